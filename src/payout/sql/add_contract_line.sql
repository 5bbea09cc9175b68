-- More or less of one line.
INSERT INTO payout_contract_line (city, contract, purse, category, envelope, unit_code, unit_name, amount) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (city, contract, purse, category) DO UPDATE SET amount = payout_contract_line.amount + excluded.amount

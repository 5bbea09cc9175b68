-- What a contract covers.
INSERT INTO payout_contract_line (city, contract, purse, category, envelope, unit_code, unit_name, amount) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8)

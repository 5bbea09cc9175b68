-- What a contract covers today, by unit.
SELECT purse, category, envelope, unit_code, unit_name, amount FROM payout_contract_line
WHERE city = $1 AND contract = $2 AND amount > 0 ORDER BY unit_code, envelope, purse, category

-- The highest entry number of the city
SELECT COALESCE(MAX(number), 0) FROM ledger_entry WHERE city = $1

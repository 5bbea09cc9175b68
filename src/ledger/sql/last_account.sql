-- The highest account number of the city
SELECT COALESCE(MAX(id), 0) FROM ledger_account WHERE city = $1

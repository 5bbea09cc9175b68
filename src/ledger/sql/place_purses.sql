-- How many purses a kelurahan has in each envelope
SELECT kelurahan, envelope, COUNT(*) FROM ledger_purse WHERE city = $1 AND year = $2 GROUP BY kelurahan, envelope ORDER BY kelurahan, envelope

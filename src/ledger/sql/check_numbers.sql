-- Entry numbers have no gap
SELECT COUNT(*), COALESCE(MIN(number), 1), COALESCE(MAX(number), 0) FROM ledger_entry WHERE city = $1
HAVING COUNT(*) <> COALESCE(MAX(number), 0) OR COALESCE(MIN(number), 1) <> 1

-- Whether any entry's id lies between two: none does where a whole import is new
SELECT number FROM ledger_entry WHERE city = $1 AND id BETWEEN $2 AND $3 LIMIT 1

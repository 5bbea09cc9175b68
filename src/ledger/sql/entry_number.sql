-- Is there an entry of this id
SELECT number, kind FROM ledger_entry WHERE city = $1 AND id = $2

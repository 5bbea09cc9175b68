DELETE FROM ledger_entry WHERE city = $1

DELETE FROM ledger_line WHERE city = $1

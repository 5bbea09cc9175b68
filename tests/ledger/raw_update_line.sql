UPDATE ledger_line SET amount = amount + 1 WHERE city = $1

UPDATE ledger_entry SET text = 'other' WHERE city = $1

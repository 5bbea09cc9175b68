UPDATE ledger_account SET envelope = 'fisik' WHERE city = $1

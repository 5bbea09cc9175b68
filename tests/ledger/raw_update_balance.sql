UPDATE ledger_balance SET amount = amount + $2 WHERE city = $1 AND account = (SELECT first_account + 1 FROM ledger_purse WHERE city = $1 AND unit = 'RT-1')

-- The balances of a run of accounts: the ten stages of a purse
SELECT amount FROM ledger_balance WHERE city = $1 AND account BETWEEN $2 AND $3 ORDER BY account

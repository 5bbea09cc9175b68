-- The purse's pokmas from now on
UPDATE ledger_purse SET pokmas = $3 WHERE city = $1 AND id = $2

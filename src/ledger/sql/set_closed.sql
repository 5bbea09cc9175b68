-- Closes a purse
UPDATE ledger_purse SET state = $3, closed_on = $4, closed_at = $5 WHERE city = $1 AND id = $2

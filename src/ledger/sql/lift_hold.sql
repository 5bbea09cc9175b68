-- Ends a hold by a second decision
UPDATE ledger_hold SET lifted_on = $3, lift_letter = $4 WHERE city = $1 AND id = $2

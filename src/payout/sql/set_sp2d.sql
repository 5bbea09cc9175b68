-- The order in force.
UPDATE payout_tranche SET sp2d = $3, sp2d_on = $4 WHERE city = $1 AND id = $2

-- The order bounced.
UPDATE payout_tranche SET sp2d = '', sp2d_on = NULL WHERE city = $1 AND id = $2

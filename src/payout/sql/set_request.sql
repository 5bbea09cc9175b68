-- A request sent again, judged anew.
UPDATE payout_tranche SET amount = $3, pack_version = $4, gates = $5, requested_on = $6 WHERE city = $1 AND id = $2

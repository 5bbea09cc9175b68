-- The money is with the group.
UPDATE payout_tranche SET confirmed_on = $3, received = $4, withheld = $5 WHERE city = $1 AND id = $2

-- The account is the group's own.
UPDATE payout_pokmas SET account_verified_on = $3 WHERE city = $1 AND id = $2

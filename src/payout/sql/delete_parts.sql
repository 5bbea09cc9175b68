-- Before a request is sent again.
DELETE FROM payout_part WHERE city = $1 AND tranche = $2

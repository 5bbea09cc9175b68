-- Whose account it is.
SELECT id, name FROM payout_pokmas WHERE city = $1 AND account_lookup = $2

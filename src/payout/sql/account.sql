-- The sealed account number.
SELECT account_sealed FROM payout_pokmas WHERE city = $1 AND id = $2

-- The gates as they were judged.
SELECT gates FROM payout_tranche WHERE city = $1 AND id = $2

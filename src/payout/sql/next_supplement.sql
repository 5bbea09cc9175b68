-- How often this tranche number was requested.
SELECT COUNT(*) FROM payout_tranche WHERE city = $1 AND contract = $2 AND number = $3

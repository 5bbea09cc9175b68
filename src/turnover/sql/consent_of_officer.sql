-- Whether an officer has the owner's consent today.
SELECT id FROM turnover_consent WHERE city = $1 AND business = $2 AND officer = $3 AND withdrawn_at IS NULL AND until_day >= $4 AND given_by = $5 LIMIT 1

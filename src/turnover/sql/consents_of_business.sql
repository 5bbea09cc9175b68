-- Whom the owner allowed, newest first.
SELECT id, officer, officer_name, office, until_day, given_at, withdrawn_at FROM turnover_consent WHERE city = $1 AND business = $2 ORDER BY given_at DESC, id LIMIT 100

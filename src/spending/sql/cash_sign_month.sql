-- The chair signs what the treasurer signed.
UPDATE spending_month SET chair = $3, chair_name = $4, chair_at = $5 WHERE city = $1 AND id = $2

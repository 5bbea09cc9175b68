-- The answer that counts.
UPDATE followup_visit SET answer = $3 WHERE city = $1 AND id = $2

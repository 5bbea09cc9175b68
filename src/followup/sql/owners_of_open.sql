-- Whose businesses are open at a place.
SELECT count(*) FROM followup_interview WHERE city = $1 AND round = $2 AND region >= $3 AND region < $4 AND outcome = 'open' AND owner = $5

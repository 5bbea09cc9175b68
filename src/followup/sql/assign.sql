-- Hands what is open at a place to an interviewer.
UPDATE followup_interview SET interviewer = $5, interviewer_name = $6 WHERE city = $1 AND round = $2 AND region >= $3 AND region < $4 AND outcome = 'open'

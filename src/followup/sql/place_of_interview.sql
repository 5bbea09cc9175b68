-- Where an interview belongs.
SELECT region FROM followup_interview WHERE city = $1 AND id = $2

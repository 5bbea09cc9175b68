-- What became of an interview.
UPDATE followup_interview SET outcome = $3, tries = $4, answer = $5 WHERE city = $1 AND id = $2

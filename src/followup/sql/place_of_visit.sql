-- Where a visit belongs.
SELECT region FROM followup_visit WHERE city = $1 AND id = $2

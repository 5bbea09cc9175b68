-- How far a reader has come.
SELECT number FROM jobs_cursor WHERE city = $1 AND reader = $2

-- How many jobs stand where.
SELECT state, COUNT(id) FROM jobs_job WHERE city = $1 AND state <> 'done' GROUP BY state

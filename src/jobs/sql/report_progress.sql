-- How far a running job is; keeps its lease.
UPDATE jobs_job SET progress = $4, total = $5, message = $6, lease_until = $7 WHERE city = $1 AND id = $2 AND attempts = $3 AND state = 'running'

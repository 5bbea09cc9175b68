-- Gives a dead job another round.
UPDATE jobs_job SET state = 'queued', attempts = 0, run_after = $3, message = '' WHERE city = $1 AND id = $2 AND state = 'dead'

-- Ends a run: done, dead, or queued for another try. Nothing when another runner has taken the job over.
UPDATE jobs_job SET state = $4, run_after = $5, message = $6, result = $7, lease_until = NULL WHERE city = $1 AND id = $2 AND attempts = $3 AND state = 'running'

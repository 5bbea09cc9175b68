-- Takes the job that has waited longest, or one whose runner was lost.
UPDATE jobs_job SET state = 'running', attempts = attempts + 1, lease_until = $3
WHERE city = $1 AND id = (SELECT id FROM jobs_job
    WHERE city = $1 AND ((state = 'queued' AND run_after <= $2) OR (state = 'running' AND lease_until < $2)) ORDER BY run_after, id LIMIT 1)
RETURNING id, kind, payload, made_by, made_at, state, attempts, progress, total, message, result

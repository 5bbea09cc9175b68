-- One job.
SELECT id, kind, payload, made_by, made_at, state, attempts, progress, total, message, result FROM jobs_job WHERE city = $1 AND id = $2

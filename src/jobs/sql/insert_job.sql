-- Queues a job; the same id again is the same job.
INSERT INTO jobs_job (city, id, kind, payload, made_by, made_at, state, attempts, run_after, lease_until, progress, total, message, result)
VALUES ($1, $2, $3, $4, $5, $6, 'queued', 0, $6, NULL, 0, $7, '', '{}') ON CONFLICT (city, id) DO NOTHING

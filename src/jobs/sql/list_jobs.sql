-- Jobs of a city for the page of its administrator.
-- @list
SELECT made_at AS made_at, id AS id, kind AS kind, state AS state, attempts AS attempts, progress AS progress, total AS total, message AS message, run_after AS run_after,
    lower(kind || ' ' || id || ' ' || message) AS search
FROM jobs_job WHERE city = $1

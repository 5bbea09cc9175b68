-- Notes that a schedule ran on this day.
INSERT INTO jobs_schedule (city, name, last_run) VALUES ($1, $2, $3) ON CONFLICT (city, name) DO UPDATE SET last_run = excluded.last_run

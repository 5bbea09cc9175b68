-- The day of a schedule's last run.
SELECT last_run FROM jobs_schedule WHERE city = $1 AND name = $2

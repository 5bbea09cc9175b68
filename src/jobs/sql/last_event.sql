-- Number of the newest event.
SELECT COALESCE(MAX(number), 0) FROM jobs_event WHERE city = $1

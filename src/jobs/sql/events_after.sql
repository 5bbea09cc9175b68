-- The next events in order.
SELECT number, at, kind, subject, payload FROM jobs_event WHERE city = $1 AND number > $2 ORDER BY number LIMIT $3

-- What was done after an event, for who keeps something until its ground changes.
SELECT operation FROM audit_event WHERE city = $1 AND number > $2 ORDER BY number LIMIT $3

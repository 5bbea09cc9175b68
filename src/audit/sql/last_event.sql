-- The end of the chain.
SELECT number, hash FROM audit_event WHERE city = $1 ORDER BY number DESC LIMIT 1

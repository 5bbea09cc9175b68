-- The next piece of the chain, for checking it.
SELECT number, at, actor, person, operation, request, subject_kind, subject, place, summary, reason, previous_hash, hash
FROM audit_event WHERE city = $1 AND number > $2 ORDER BY number LIMIT $3

-- What happened to one subject, oldest first.
SELECT number, at, actor, person, operation, request, subject_kind, subject, place, summary, reason, previous_hash, hash
FROM audit_event WHERE city = $1 AND subject_kind = $2 AND subject = $3 ORDER BY number

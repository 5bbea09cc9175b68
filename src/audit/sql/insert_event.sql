-- Adds one event to the trail.
INSERT INTO audit_event (city, number, at, actor, person, operation, request, subject_kind, subject, place, summary, reason, previous_hash, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

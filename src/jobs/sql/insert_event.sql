-- Adds one event to the outbox.
INSERT INTO jobs_event (city, number, at, kind, subject, payload) VALUES ($1, $2, $3, $4, $5, $6)

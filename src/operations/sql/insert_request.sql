-- Keeps the answer of a request, so that a repeat gets the same.
INSERT INTO request (city, id, actor, digest, answer, made_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)

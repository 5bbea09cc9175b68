-- A meeting is closed.
INSERT INTO training_closing (city, id, course, session, note, closed_at, closed_by, closed_by_name, reopened_at, reopened_by_name, reopened_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, '', '')

-- Puts a subject on its way.
INSERT INTO workflow_item (city, id, machine, subject, title, state, version, place, pokmas, waits_for, due, since, entered_by)
VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, $10, $11, $12)
ON CONFLICT (city, machine, subject) DO NOTHING

-- Somebody was not met.
INSERT INTO followup_try (city, id, visit, interview, number, on_date, way, result, note, retry_on, entered_by, entered_by_name, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)

-- A paper was asked for.
INSERT INTO enterprise_application (city, id, business, product, step, applied_on, number, file, entered_by, entered_by_name, entered_at, ended_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '')

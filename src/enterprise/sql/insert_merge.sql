-- A business was taken up by another.
INSERT INTO enterprise_merge (city, id, business, into_business, reason, made_by, made_by_name, made_at, undone_by_name, undone_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '')

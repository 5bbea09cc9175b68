-- A draft year.
INSERT INTO programme_year (city, year, id, pack_version, scheme, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)

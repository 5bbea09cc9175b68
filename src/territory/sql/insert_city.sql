-- A city begins.
INSERT INTO territory_city (city, code, name, zone, letterhead, example, example_today, example_set_on, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (city) DO NOTHING

-- A day becomes records once.
INSERT INTO turnover_day (city, business, on_day, closed_by, closed_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (city, business, on_day) DO NOTHING

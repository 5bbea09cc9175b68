-- That the night looked at a month.
INSERT INTO turnover_publication (city, month, first_at, looked_at) VALUES ($1, $2, $3, $3)
ON CONFLICT (city, month) DO UPDATE SET looked_at = excluded.looked_at

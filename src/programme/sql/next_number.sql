-- The next number of a series.
INSERT INTO programme_series (city, year, series, last) VALUES ($1, $2, $3, 1)
ON CONFLICT (city, year, series) DO UPDATE SET last = programme_series.last + 1
RETURNING last

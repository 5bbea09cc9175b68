-- Who looked at the figures, newest first.
SELECT reader_name, page, at FROM turnover_reading WHERE city = $1 AND business = $2 ORDER BY at DESC, id LIMIT 100

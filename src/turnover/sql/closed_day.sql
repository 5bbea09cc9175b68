-- Whether a day was closed.
SELECT closed_at FROM turnover_day WHERE city = $1 AND business = $2 AND on_day = $3

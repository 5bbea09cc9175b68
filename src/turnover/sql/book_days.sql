-- In and out by day.
SELECT on_day, sum(CASE WHEN kind = 'sale' THEN amount ELSE 0 END), sum(CASE WHEN kind = 'cost' THEN amount ELSE 0 END) FROM turnover_entry
WHERE city = $1 AND business = $2 AND on_day >= $3 AND voided_at IS NULL
GROUP BY on_day ORDER BY on_day

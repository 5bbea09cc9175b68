-- Amounts of sales that come most often.
SELECT amount, count(*) AS times FROM turnover_entry
WHERE city = $1 AND business = $2 AND on_day >= $3 AND kind = 'sale' AND voided_at IS NULL
GROUP BY amount ORDER BY times DESC, amount LIMIT 6

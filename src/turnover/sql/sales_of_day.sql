-- What a day brought by channel.
SELECT channel, sum(amount), count(*) FROM turnover_entry
WHERE city = $1 AND business = $2 AND on_day = $3 AND kind = 'sale' AND voided_at IS NULL
GROUP BY channel ORDER BY channel

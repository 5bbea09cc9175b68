-- A group from month to month.
SELECT month, breakdown, group_key, shown, businesses, quarter, median, three_quarters, mix, taken_at FROM turnover_published
WHERE city = $1 AND breakdown = $2 AND group_key = $3 AND month >= $4 AND month <= $5 ORDER BY month

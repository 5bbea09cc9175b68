-- All groups of a month as they were published.
SELECT month, breakdown, group_key, shown, businesses, quarter, median, three_quarters, mix, taken_at FROM turnover_published WHERE city = $1 AND month = $2 ORDER BY breakdown, group_key

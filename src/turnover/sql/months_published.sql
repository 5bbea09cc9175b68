-- Months that were published, newest first.
SELECT month FROM turnover_publication WHERE city = $1 ORDER BY month DESC LIMIT 36

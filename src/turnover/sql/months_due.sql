-- Months up to one that have figures of so many businesses and were not published, or so many changed since and the night has not looked; newest first.
SELECT f.month FROM turnover_figure f LEFT JOIN turnover_publication p ON p.city = f.city AND p.month = f.month
WHERE f.city = $1 AND f.month <= $2 AND (p.month IS NULL OR f.changed_at > p.first_at)
GROUP BY f.month, p.looked_at
HAVING count(*) >= $3 AND (p.looked_at IS NULL OR max(f.changed_at) > p.looked_at)
ORDER BY f.month DESC LIMIT 1

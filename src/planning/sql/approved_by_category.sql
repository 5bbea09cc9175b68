-- Sums of a purse's lines in force by category
SELECT l.category, CAST(SUM(l.amount) AS BIGINT)
FROM planning_line l
JOIN planning_plan p ON p.city = l.city AND p.id = l.plan AND p.approved_revision = l.revision
WHERE l.city = $1 AND l.purse = $2 AND l.dropped_on IS NULL
GROUP BY l.category
ORDER BY l.category

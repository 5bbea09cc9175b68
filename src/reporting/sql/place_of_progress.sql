-- Where a report of progress lies.
SELECT g.unit_code, p.pokmas
FROM reporting_progress g
JOIN programme_v_purse p ON p.city = g.city AND p.id = g.purse
WHERE g.city = $1 AND g.id = $2

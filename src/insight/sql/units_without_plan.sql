-- Units between $3 and $4 with money that no plan has touched yet
SELECT p.unit_code, MIN(p.unit_name)
FROM programme_v_purse p
JOIN ledger_v_purse m ON m.city = p.city AND m.id = p.id
WHERE p.city = $1 AND p.year = $2 AND p.unit_code >= $3 AND p.unit_code < $4 AND m.pagu > 0
    AND NOT EXISTS (SELECT 1 FROM planning_v_plan l WHERE l.city = p.city AND l.year = p.year AND l.unit = p.unit)
GROUP BY p.unit_code
ORDER BY p.unit_code

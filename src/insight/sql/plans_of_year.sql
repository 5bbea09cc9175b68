-- When the plans of a year were approved, and how many are not yet
SELECT MIN(CASE WHEN approved_revision IS NOT NULL AND state = 'approved' THEN since END), MAX(CASE WHEN approved_revision IS NOT NULL AND state = 'approved' THEN since END),
    CAST(COALESCE(SUM(CASE WHEN approved_revision IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT), COUNT(*)
FROM planning_v_plan
WHERE city = $1 AND year = $2

-- Since when the oldest file of each place has stood, and whether one is late: $4 is today
SELECT place, MIN(since), MIN(due), CAST(SUM(CASE WHEN due < $4 THEN 1 ELSE 0 END) AS BIGINT)
FROM workflow_v_state
WHERE city = $1 AND waits_for > '' AND place >= $2 AND place < $3
GROUP BY place

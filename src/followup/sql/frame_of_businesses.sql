-- Every business at a place that could be drawn.
SELECT id FROM enterprise_v_business WHERE city = $1 AND region >= $2 AND region < $3 AND closed_on IS NULL ORDER BY id

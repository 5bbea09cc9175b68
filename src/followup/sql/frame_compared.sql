-- Every business at a place that could be drawn, with whether its owner finished a course.
SELECT b.id, CASE WHEN EXISTS (SELECT 1 FROM training_v_seat s WHERE s.city = b.city AND s.person = b.owner AND s.state = 'finished') THEN 't' ELSE 'c' END AS stratum
FROM enterprise_v_business b WHERE b.city = $1 AND b.region >= $2 AND b.region < $3 AND b.closed_on IS NULL ORDER BY b.id

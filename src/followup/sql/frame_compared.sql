-- As frame_of_businesses, with whether its owner finished a course.
SELECT b.id, CASE WHEN EXISTS (SELECT 1 FROM training_v_seat s WHERE s.city = b.city AND s.person = b.owner AND s.state = 'finished') THEN 't' ELSE 'c' END AS stratum
FROM enterprise_v_business b WHERE b.city = $1 AND b.region >= $2 AND b.region < $3 AND (b.closed_on IS NULL OR b.closed_on >= $4)
    AND (b.started_month IS NULL OR b.started_month <= $5) ORDER BY b.id

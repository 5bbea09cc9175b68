-- How many businesses of a place (and of those who finished a course on a topic) took each step for the first time in a stretch of days.
SELECT t.step, count(*) AS businesses, CAST(sum(CASE WHEN t.proven = 'yes' THEN 1 ELSE 0 END) AS BIGINT) AS proven
FROM ladder_v_taken t JOIN enterprise_v_business b ON b.city = t.city AND b.id = t.business
WHERE t.city = $1 AND b.region >= $2 AND b.region < $3 AND t.at >= $4 AND t.at < $5
    AND ($6 = '' OR EXISTS (SELECT 1 FROM training_v_seat s JOIN training_v_course c ON c.city = s.city AND c.id = s.course
        WHERE s.city = t.city AND s.business = t.business AND s.state = 'finished' AND c.topic = $6))
GROUP BY t.step

-- How many businesses of a place lost each step in a stretch of days: a step that ended, a proven paper that ran out.
SELECT x.step, count(DISTINCT x.business) AS businesses FROM (
    SELECT t.step AS step, s.standing AS business FROM ladder_step t JOIN enterprise_v_standing s ON s.city = t.city AND s.id = t.business
    WHERE t.city = $1 AND t.dropped_at IS NULL AND (t.result IS NULL OR t.result = 'seen') AND t.lost_on >= $4 AND t.lost_on <= $5
    UNION ALL
    SELECT l.kind AS step, l.business AS business FROM enterprise_v_licence l WHERE l.city = $1 AND l.proven = 'yes' AND l.valid_until >= $4 AND l.valid_until < $5
) x JOIN enterprise_v_business b ON b.city = $1 AND b.id = x.business
WHERE b.region >= $2 AND b.region < $3
    AND ($6 = '' OR EXISTS (SELECT 1 FROM training_v_seat s JOIN training_v_course c ON c.city = s.city AND c.id = s.course
        WHERE s.city = $1 AND s.business = x.business AND s.state = 'finished' AND c.topic = $6))
GROUP BY x.step

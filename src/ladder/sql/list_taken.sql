-- Which businesses of up to four places took a step for the first time in a stretch of days.
-- @list
SELECT t.at AS at, t.business || '.' || t.step AS id, t.business AS business, b.name AS name, b.name_fold AS name_fold, b.activity AS activity, b.region AS region, b.kelurahan AS kelurahan, t.step AS step,
    t.proven AS proven, b.name_fold AS search
FROM ladder_v_taken t JOIN enterprise_v_business b ON b.city = t.city AND b.id = t.business
WHERE t.city = $1 AND t.at >= $2 AND t.at < $3
    AND ($4 = '' OR EXISTS (SELECT 1 FROM training_v_seat s JOIN training_v_course c ON c.city = s.city AND c.id = s.course
        WHERE s.city = t.city AND s.business = t.business AND s.state = 'finished' AND c.topic = $4))
    AND ((b.region >= $5 AND b.region < $6) OR (b.region >= $7 AND b.region < $8) OR (b.region >= $9 AND b.region < $10) OR (b.region >= $11 AND b.region < $12))

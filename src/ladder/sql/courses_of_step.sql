-- The courses that make a clinic's cost, newest first.
SELECT c.id, c.title, c.ends_on, c.kelurahan,
    (SELECT count(*) FROM training_v_seat s WHERE s.city = c.city AND s.course = c.id AND s.state = 'finished') AS seats,
    CAST((SELECT coalesce(sum(x.spent), 0) FROM training_v_line l JOIN spending_v_share x ON x.city = l.city AND x.line = l.plan_line WHERE l.city = c.city AND l.course = c.id) AS BIGINT) AS spent
FROM ladder_clinic k JOIN training_v_course c ON c.city = k.city AND c.topic = k.topic
WHERE k.city = $1 AND k.step = $2 ORDER BY c.ends_on DESC, c.id

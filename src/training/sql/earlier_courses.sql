-- How earlier courses on a topic ended: those that closed, the newest first.
SELECT c.id, c.title, c.ends_on, c.quota, (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id AND s.state = 'finished'),
    (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id AND s.outcome = 'business'),
    (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id AND s.outcome = 'group'),
    (SELECT coalesce(sum(h.spent), 0) FROM training_line l JOIN spending_v_share h ON h.city = l.city AND h.line = l.plan_line WHERE l.city = c.city AND l.course = c.id)
FROM training_course c JOIN workflow_v_state w ON w.city = c.city AND w.machine = 'course' AND w.subject = c.id AND w.state = 'closed'
WHERE c.city = $1 AND c.topic = $2 ORDER BY c.ends_on DESC, c.id LIMIT 5

-- Courses that a purse pays for, by their first day.
SELECT c.id, c.title, c.starts_on, c.ends_on, c.quota, w.state, (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id AND s.state IN ('selected', 'finished', 'dropped')),
    (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id AND s.state = 'finished'),
    (SELECT coalesce(sum(h.spent), 0) FROM training_line l JOIN spending_v_share h ON h.city = l.city AND h.line = l.plan_line WHERE l.city = c.city AND l.course = c.id)
FROM training_course c JOIN workflow_v_state w ON w.city = c.city AND w.machine = 'course' AND w.subject = c.id
WHERE c.city = $1 AND c.purse = $2 ORDER BY c.starts_on, c.id

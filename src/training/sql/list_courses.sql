-- Courses in up to four places, of one pokmas or one facilitator where named, with what their seats cost.
-- @list
SELECT c.starts_on AS starts_on, c.id AS id, c.title AS title, c.title_fold AS title_fold, t.name AS topic_name, c.topic AS topic, c.unit_code AS unit_code, c.kelurahan AS kelurahan, c.ends_on AS ends_on, c.quota AS quota,
    w.state AS state, w.due AS due, c.facilitator_name AS facilitator_name, c.year AS year,
    (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id) AS applied,
    (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id AND s.state IN ('selected', 'finished', 'dropped')) AS seats,
    (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id AND s.state = 'finished') AS finished,
    (SELECT coalesce(sum(h.spent), 0) FROM training_line l JOIN spending_v_share h ON h.city = l.city AND h.line = l.plan_line WHERE l.city = c.city AND l.course = c.id) AS spent,
    c.title_fold AS search
FROM training_course c JOIN training_topic t ON t.city = c.city AND t.code = c.topic
JOIN workflow_v_state w ON w.city = c.city AND w.machine = 'course' AND w.subject = c.id
WHERE c.city = $1 AND c.year = $2
    AND ((c.unit_code >= $3 AND c.unit_code < $4) OR (c.unit_code >= $5 AND c.unit_code < $6) OR (c.unit_code >= $7 AND c.unit_code < $8) OR (c.unit_code >= $9 AND c.unit_code < $10))
    AND ($11 = '' OR c.pokmas = $11)
    AND ($12 = '' OR c.facilitator = $12)

-- Courses that anybody may know of: open for applying, chosen, running or done; nothing in it names a person.
-- @list
SELECT c.starts_on AS starts_on, c.id AS id, c.title AS title, t.name AS topic_name, c.kelurahan AS kelurahan, c.unit_code AS unit_code, c.call_from AS call_from, c.call_until AS call_until, c.quota AS quota, c.venue AS venue,
    c.ends_on AS ends_on, w.state AS state, CASE WHEN w.state = 'open' AND c.call_from <= $2 AND c.call_until >= $2 THEN 'now' WHEN w.state IN ('open', 'selected', 'running') THEN 'coming' ELSE 'done' END AS call, c.title_fold AS search
FROM training_course c JOIN training_topic t ON t.city = c.city AND t.code = c.topic
JOIN workflow_v_state w ON w.city = c.city AND w.machine = 'course' AND w.subject = c.id
WHERE c.city = $1 AND w.state IN ('open', 'selected', 'running', 'results', 'closed') AND c.ends_on >= $3

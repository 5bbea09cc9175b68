-- As list_visits, of those that wait for an answer now: read from what waits, which is little beside all that were asked.
-- @list
SELECT s.due AS due_on, v.id AS id, p.name AS name, p.name_fold AS name_fold, v.after_days AS after_days, c.topic AS topic, c.topic_name AS topic_name, c.title AS title,
    v.region AS region, v.kelurahan AS kelurahan, c.year AS year, s.state AS state, coalesce(a.producing, 'none') AS producing, a.on_date AS on_date,
    'kini' AS part,
    CASE WHEN s.due < $10 THEN 'late' WHEN s.due < $11 THEN 'this_week' WHEN s.due < $12 THEN 'next_week' ELSE 'later' END AS week,
    p.name_fold || ' ' || c.title_fold AS search
FROM workflow_v_state s JOIN followup_visit v ON v.city = s.city AND v.id = s.subject
JOIN identity_v_person p ON p.city = v.city AND p.id = v.person
JOIN training_v_course c ON c.city = v.city AND c.id = v.course
LEFT JOIN followup_answer a ON a.city = v.city AND a.id = v.answer
WHERE s.city = $1 AND s.waits_for = 'followup.visit' AND s.machine = 'followup' AND v.replaced_at IS NULL
    AND ((s.place >= $2 AND s.place < $3) OR (s.place >= $4 AND s.place < $5) OR (s.place >= $6 AND s.place < $7) OR (s.place >= $8 AND s.place < $9))
    AND ($13 = '' OR EXISTS (SELECT 1 FROM training_v_trainer t WHERE t.city = v.city AND t.course = v.course AND t.person = $13))

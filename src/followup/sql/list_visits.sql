-- Visits of a territory with whom, when and what became of it. $14 passes over all but what opens later; what waits now is list_visits_waiting.
-- @list
SELECT v.due_on AS due_on, v.id AS id, p.name AS name, p.name_fold AS name_fold, v.after_days AS after_days, c.topic AS topic, c.topic_name AS topic_name, c.title AS title,
    v.region AS region, v.kelurahan AS kelurahan, c.year AS year, coalesce(s.state, 'scheduled') AS state, coalesce(a.producing, 'none') AS producing, a.on_date AS on_date,
    CASE WHEN v.opened_at IS NULL THEN 'nanti' WHEN s.waits_for = '' THEN 'selesai' ELSE 'kini' END AS part,
    CASE WHEN v.due_on < $10 THEN 'late' WHEN v.due_on < $11 THEN 'this_week' WHEN v.due_on < $12 THEN 'next_week' ELSE 'later' END AS week,
    p.name_fold || ' ' || c.title_fold AS search
FROM followup_visit v JOIN identity_v_person p ON p.city = v.city AND p.id = v.person
JOIN training_v_course c ON c.city = v.city AND c.id = v.course
LEFT JOIN workflow_v_state s ON s.city = v.city AND s.machine = 'followup' AND s.subject = v.id
LEFT JOIN followup_answer a ON a.city = v.city AND a.id = v.answer
WHERE v.city = $1 AND v.replaced_at IS NULL AND ($14 = '' OR v.opened_at IS NULL)
    AND ((v.region || '' >= $2 AND v.region || '' < $3) OR (v.region || '' >= $4 AND v.region || '' < $5) OR (v.region || '' >= $6 AND v.region || '' < $7) OR (v.region || '' >= $8 AND v.region || '' < $9))
    AND ($13 = '' OR EXISTS (SELECT 1 FROM training_v_trainer t WHERE t.city = v.city AND t.course = v.course AND t.person = $13))

-- What became of ended visits, counted by course, place, days and outcome.
SELECT topic, topic_name, region, kelurahan, course, after_days, outcome, count(*)
FROM (SELECT c.topic, c.topic_name, v.region, v.kelurahan, v.course, v.after_days, CASE WHEN s.state = 'done' THEN a.producing ELSE s.state END AS outcome
    FROM followup_visit v JOIN training_v_course c ON c.city = v.city AND c.id = v.course
    JOIN workflow_v_state s ON s.city = v.city AND s.machine = 'followup' AND s.subject = v.id AND s.waits_for = ''
    LEFT JOIN followup_answer a ON a.city = v.city AND a.id = v.answer
    WHERE v.city = $1 AND v.replaced_at IS NULL AND ($2 = 0 OR c.year = $2) AND v.region >= $3 AND v.region < $4 AND ($5 = '' OR c.topic = $5)
        AND ($6 = '' OR EXISTS (SELECT 1 FROM training_v_trainer t WHERE t.city = v.city AND t.course = v.course AND t.person = $6))
        AND ((v.region >= $7 AND v.region < $8) OR (v.region >= $9 AND v.region < $10) OR (v.region >= $11 AND v.region < $12) OR (v.region >= $13 AND v.region < $14))) ended
GROUP BY topic, topic_name, region, kelurahan, course, after_days, outcome

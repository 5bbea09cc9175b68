-- Topics whose courses have visits.
SELECT DISTINCT c.topic, c.topic_name FROM training_v_course c
WHERE c.city = $1 AND EXISTS (SELECT 1 FROM followup_plan f WHERE f.city = c.city AND f.course = c.id)
ORDER BY c.topic_name

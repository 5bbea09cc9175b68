-- Meetings of some days, those of one's own courses first.
SELECT s.id, s.course FROM training_session s JOIN training_course c ON c.city = s.city AND c.id = s.course
WHERE s.city = $1 AND s.on_date >= $2 AND s.on_date <= $3
ORDER BY CASE WHEN c.facilitator = $4 THEN 0 ELSE 1 END, s.on_date, s.begins, s.id LIMIT 400

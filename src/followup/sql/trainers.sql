-- Who taught which course that has visits.
SELECT DISTINCT t.course, t.person, p.name FROM training_v_trainer t JOIN identity_v_person p ON p.city = t.city AND p.id = t.person
WHERE t.city = $1 AND EXISTS (SELECT 1 FROM followup_plan f WHERE f.city = t.city AND f.course = t.course)
ORDER BY p.name

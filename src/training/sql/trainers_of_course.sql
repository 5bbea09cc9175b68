-- Who teaches a course.
SELECT t.id, t.person, p.name, p.region, t.expertise, t.civil_servant, t.minutes, t.honor, t.cv_file, t.course, t.civil_rank
FROM training_trainer t JOIN identity_v_person p ON p.city = t.city AND p.id = t.person
WHERE t.city = $1 AND t.course = $2 ORDER BY p.name_fold, t.id

-- Everybody on the list of a course, by name.
SELECT s.id, s.course, s.person, p.name, p.region, s.state, s.pre_score, s.post_score, s.outcome, s.business, s.certificate_number, s.version
FROM training_seat s JOIN identity_v_person p ON p.city = s.city AND p.id = s.person
WHERE s.city = $1 AND s.course = $2 ORDER BY p.name_fold, s.id

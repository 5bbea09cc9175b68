-- One place on the list of a course.
SELECT s.id, s.course, s.person, p.name, p.region, s.state, s.pre_score, s.post_score, s.outcome, s.business, s.certificate_number, s.version
FROM training_seat s JOIN identity_v_person p ON p.city = s.city AND p.id = s.person
WHERE s.city = $1 AND s.id = $2

-- Everybody on the list of a course.
-- @list
SELECT p.name_fold AS name_fold, s.id AS id, p.name AS name, s.person AS person, p.region AS region, p.phone_sealed AS phone_sealed, s.state AS state, s.points AS points, s.poor AS poor, s.idea AS idea,
    s.came_by AS came_by, s.earlier_topic AS earlier_topic, s.earlier_year AS earlier_year, s.earlier_household AS earlier_household, s.pre_score AS pre_score, s.post_score AS post_score,
    coalesce(s.outcome, 'none') AS outcome, s.certificate_number AS certificate_number, s.state_reason AS state_reason, p.name_fold AS search
FROM training_seat s JOIN identity_v_person p ON p.city = s.city AND p.id = s.person
WHERE s.city = $1 AND s.course = $2

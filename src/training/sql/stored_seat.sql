-- One seat with what decided.
SELECT s.id, s.course, s.person, p.name, p.region, s.state, s.pre_score, s.post_score, s.outcome, s.business, s.certificate_number, s.version, s.household, s.idea, s.poor, s.came_by, s.earlier_topic,
    s.earlier_year, s.earlier_household, s.points, s.reasons, s.state_reason, s.deviates, s.decided_by_name, s.decided_at, s.outcome_reason, s.certificate_code, s.certificate_at, s.entered_by_name, s.entered_at,
    p.phone_sealed, p.phone_lookup, p.name_fold, s.consent_on
FROM training_seat s JOIN identity_v_person p ON p.city = s.city AND p.id = s.person
WHERE s.city = $1 AND s.id = $2

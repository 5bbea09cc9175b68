-- Somebody on the list of a course; the counts come after.
INSERT INTO training_seat (city, id, course, person, household, household_sealed, idea, poor, came_by, earlier_topic, earlier_year, earlier_household, points, reasons, state, state_reason, deviates, decided_by,
    decided_by_name, decided_at, pre_score, post_score, outcome, outcome_reason, business, certificate_number, certificate_code, certificate_at, version, entered_by, entered_by_name, entered_at, consent_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, 0, '[]', 'applied', '', FALSE, NULL, '', NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, 1, $10, $11, $12, $13)

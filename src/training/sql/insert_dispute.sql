-- A participant says otherwise.
INSERT INTO training_dispute (city, id, course, session, seat, says_present, words, mark, opened_at, decision, decided_at, decided_by, decided_by_name, decision_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, NULL, NULL, '', '')

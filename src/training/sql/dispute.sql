-- One dispute.
SELECT id, course, session, seat, says_present, words, mark, opened_at, decision, decided_at, decided_by_name, decision_reason FROM training_dispute WHERE city = $1 AND id = $2

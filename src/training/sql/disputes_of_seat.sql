-- What a participant said against marks, newest first.
SELECT id, course, session, seat, says_present, words, mark, opened_at, decision, decided_at, decided_by_name, decision_reason
FROM training_dispute WHERE city = $1 AND seat = $2 ORDER BY opened_at DESC, id DESC

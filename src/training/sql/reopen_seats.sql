-- The list is open again: what was decided is undecided.
UPDATE training_seat SET state = 'applied', state_reason = '', deviates = FALSE, decided_by = NULL, decided_by_name = '', decided_at = NULL, version = version + 1
WHERE city = $1 AND course = $2 AND state IN ('selected', 'waiting', 'refused')

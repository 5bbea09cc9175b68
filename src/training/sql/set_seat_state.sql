-- Chosen, waiting, refused, withdrawn, dropped or finished, and why.
UPDATE training_seat SET state = $3, state_reason = $4, deviates = $5, decided_by = $6, decided_by_name = $7, decided_at = $8, version = version + 1 WHERE city = $1 AND id = $2

-- A course that is cancelled: nobody has a seat in it, who had one no longer.
UPDATE training_seat SET state = CASE WHEN state = 'selected' THEN 'dropped' ELSE 'refused' END, state_reason = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, version = version + 1
WHERE city = $1 AND course = $2 AND state IN ('applied', 'selected', 'waiting')

-- A dispute ends.
UPDATE training_dispute SET decision = $3, decided_at = $4, decided_by = $5, decided_by_name = $6, decision_reason = $7 WHERE city = $1 AND id = $2 AND decision IS NULL

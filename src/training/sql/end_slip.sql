-- The slip before stops.
UPDATE training_slip SET ended_at = $3 WHERE city = $1 AND seat = $2 AND ended_at IS NULL

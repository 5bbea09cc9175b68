-- A closed meeting is opened again.
UPDATE training_closing SET reopened_at = $3, reopened_by_name = $4, reopened_reason = $5 WHERE city = $1 AND id = $2

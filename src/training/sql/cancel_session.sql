-- A meeting that will not be.
UPDATE training_session SET cancelled_at = $3, cancelled_reason = $4, version = version + 1 WHERE city = $1 AND id = $2

-- First and last day, after a session was added, moved or cancelled.
UPDATE training_course SET starts_on = $3, ends_on = $4, version = version + 1 WHERE city = $1 AND id = $2

-- Whether this very proof was given before.
SELECT id FROM training_mark
WHERE city = $1 AND session = $2 AND seat = $3 AND present = $4 AND route = $5 AND coalesce(file, '') = $6 AND (recorded_by = $7 OR recorded_by IS NULL) LIMIT 1

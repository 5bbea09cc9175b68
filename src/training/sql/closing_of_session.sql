-- The closing that holds.
SELECT id, note, closed_by_name, closed_at FROM training_closing WHERE city = $1 AND session = $2 AND reopened_at IS NULL

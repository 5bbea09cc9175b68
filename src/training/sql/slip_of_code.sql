-- The slip that holds with this code.
SELECT id, course, seat FROM training_slip WHERE city = $1 AND code_hash = $2 AND ended_at IS NULL

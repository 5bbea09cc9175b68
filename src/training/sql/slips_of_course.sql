-- Who has a slip that holds.
SELECT seat, id, printed_at, printed_by FROM training_slip WHERE city = $1 AND course = $2 AND ended_at IS NULL

-- The frame of a round.
SELECT members FROM followup_frame WHERE city = $1 AND round = $2

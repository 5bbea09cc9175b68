-- The number of the next round.
SELECT coalesce(max(number), 0) + 1 FROM followup_round WHERE city = $1

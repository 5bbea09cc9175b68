-- The seed is told and the sample stands: once.
UPDATE followup_round SET seed = $3, drawn_by = $4, drawn_by_name = $5, drawn_at = $6 WHERE city = $1 AND id = $2 AND seed IS NULL

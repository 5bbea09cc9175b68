-- A step was written down by mistake.
UPDATE ladder_step SET dropped_at = $3, dropped_reason = $4 WHERE city = $1 AND id = $2

-- A step was lost again.
UPDATE ladder_step SET lost_on = $3, lost_reason = $4, lost_by_name = $5 WHERE city = $1 AND id = $2

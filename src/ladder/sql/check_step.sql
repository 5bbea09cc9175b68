-- Somebody else went and looked.
UPDATE ladder_step SET result = $3, checked_by = $4, checked_by_name = $5, checked_at = $6, checked_where = $7, check_file = $8 WHERE city = $1 AND id = $2

-- A line in force is given up
UPDATE planning_line SET dropped_on = $5, dropped_reason = $6 WHERE city = $1 AND plan = $2 AND revision = $3 AND id = $4 AND dropped_on IS NULL

-- Every line in force is given up
UPDATE planning_line SET dropped_on = $4, dropped_reason = $5 WHERE city = $1 AND plan = $2 AND revision = $3 AND dropped_on IS NULL

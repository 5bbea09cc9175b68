-- One line pays for another course from now on.
DELETE FROM training_line WHERE city = $1 AND course = $2 AND plan_line = $3

-- The course is paid from other lines.
DELETE FROM training_line WHERE city = $1 AND course = $2

-- The test before the course.
UPDATE training_seat SET pre_score = $3, version = version + 1 WHERE city = $1 AND id = $2

-- The test after the course.
UPDATE training_seat SET post_score = $3, version = version + 1 WHERE city = $1 AND id = $2

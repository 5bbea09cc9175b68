-- The seat of a person in a course.
SELECT id, state FROM training_seat WHERE city = $1 AND course = $2 AND person = $3

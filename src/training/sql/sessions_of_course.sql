-- The meetings of a course, by number.
SELECT id, course, number, on_date, begins, ends, venue, subject, announced_on, moved_reason, cancelled_at, cancelled_reason, version
FROM training_session WHERE city = $1 AND course = $2 ORDER BY number

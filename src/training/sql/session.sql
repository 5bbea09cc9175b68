-- One meeting.
SELECT id, course, number, on_date, begins, ends, venue, subject, announced_on, moved_reason, cancelled_at, cancelled_reason, version
FROM training_session WHERE city = $1 AND id = $2

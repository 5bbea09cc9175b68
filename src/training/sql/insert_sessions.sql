-- Meetings of a course.
INSERT INTO training_session (city, id, course, number, on_date, begins, ends, venue, subject, announced_on, moved_reason, cancelled_at, cancelled_reason, version) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', NULL, '', 1)

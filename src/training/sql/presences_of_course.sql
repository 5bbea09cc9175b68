-- What holds in a course, meetings that were not cancelled, by number.
SELECT p.session, p.seat, p.present, p.mark, p.routes
FROM training_presence p JOIN training_session s ON s.city = p.city AND s.id = p.session
WHERE p.city = $1 AND p.course = $2 AND s.cancelled_at IS NULL ORDER BY s.number, p.seat

-- Photographed lists of a course.
SELECT p.session, s.number, p.file, p.signatures, p.entered_by_name, p.entered_at FROM training_paper p JOIN training_session s ON s.city = p.city AND s.id = p.session
WHERE p.city = $1 AND p.course = $2 ORDER BY s.number, p.entered_at

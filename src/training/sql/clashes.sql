-- Who of a course, taking part or teaching, is expected elsewhere at the same hour.
WITH mine AS (
    SELECT person FROM training_seat WHERE city = $1 AND course = $2 AND state IN ('selected', 'finished')
    UNION SELECT person FROM training_trainer WHERE city = $1 AND course = $2
), elsewhere AS (
    SELECT s.person, s.course FROM training_seat s JOIN mine ON mine.person = s.person WHERE s.city = $1 AND s.course <> $2 AND s.state IN ('selected', 'finished')
    UNION SELECT t.person, t.course FROM training_trainer t JOIN mine ON mine.person = t.person WHERE t.city = $1 AND t.course <> $2
)
SELECT p.name, p.id, c.id, c.title, o.on_date, o.begins
FROM elsewhere e
JOIN training_session o ON o.city = $1 AND o.course = e.course AND o.cancelled_at IS NULL
JOIN training_session m ON m.city = $1 AND m.course = $2 AND m.cancelled_at IS NULL AND m.on_date = o.on_date AND m.begins < o.ends AND m.ends > o.begins
JOIN training_course c ON c.city = $1 AND c.id = e.course
JOIN workflow_v_state w ON w.city = $1 AND w.machine = 'course' AND w.subject = c.id AND w.state <> 'cancelled'
JOIN identity_v_person p ON p.city = $1 AND p.id = e.person
ORDER BY p.name_fold, p.id, o.on_date, o.begins, c.id

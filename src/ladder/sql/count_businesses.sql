-- The businesses that could have taken a step: those that go on, of a place (and of those who finished a course on a topic).
SELECT count(*) AS businesses FROM enterprise_v_business b
WHERE b.city = $1 AND b.region >= $2 AND b.region < $3 AND b.closed_on IS NULL
    AND ($4 = '' OR EXISTS (SELECT 1 FROM training_v_seat s JOIN training_v_course c ON c.city = s.city AND c.id = s.course
        WHERE s.city = b.city AND s.business = b.id AND s.state = 'finished' AND c.topic = $4))

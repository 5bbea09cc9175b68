-- Meetings of a course that count: not cancelled, and closed or marked.
SELECT s.id FROM training_session s
WHERE s.city = $1 AND s.course = $2 AND s.cancelled_at IS NULL
    AND (EXISTS (SELECT 1 FROM training_presence p WHERE p.city = s.city AND p.session = s.id)
        OR EXISTS (SELECT 1 FROM training_closing c WHERE c.city = s.city AND c.session = s.id AND c.reopened_at IS NULL))
ORDER BY s.number

-- Courses of a unit in a year, by their first day.
SELECT c.id, c.title, c.starts_on, c.ends_on, c.quota, w.state, (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id AND s.state IN ('selected', 'finished', 'dropped')),
    (SELECT count(*) FROM training_seat s WHERE s.city = c.city AND s.course = c.id AND s.state = 'finished'), c.pokmas
FROM training_course c JOIN workflow_v_state w ON w.city = c.city AND w.machine = 'course' AND w.subject = c.id
WHERE c.city = $1 AND c.unit_code = $2 AND c.kelurahan = $3 AND c.year = $4 AND w.state <> 'cancelled' ORDER BY c.starts_on, c.id

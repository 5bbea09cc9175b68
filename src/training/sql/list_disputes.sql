-- Disputes in up to four places.
-- @list
SELECT d.opened_at AS opened_at, d.id AS id, p.name AS title, c.title AS course, CASE WHEN d.says_present THEN 'present' ELSE 'absent' END AS says, w.state AS state, w.due AS due,
    d.decided_by_name AS decided_by, p.name_fold AS search, p.name_fold AS name_fold
FROM training_dispute d
JOIN training_course c ON c.city = d.city AND c.id = d.course
JOIN training_seat t ON t.city = d.city AND t.id = d.seat
JOIN identity_v_person p ON p.city = t.city AND p.id = t.person
JOIN workflow_v_state w ON w.city = d.city AND w.machine = 'attendance_dispute' AND w.subject = d.id
WHERE d.city = $1
    AND ((c.kelurahan >= $2 AND c.kelurahan < $3) OR (c.kelurahan >= $4 AND c.kelurahan < $5) OR (c.kelurahan >= $6 AND c.kelurahan < $7) OR (c.kelurahan >= $8 AND c.kelurahan < $9))

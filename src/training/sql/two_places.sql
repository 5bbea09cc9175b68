-- Who was present in a course while the same person was present in another.
SELECT s1.number, s1.id, t1.id, c2.id, c2.title
FROM training_presence p1
JOIN training_session s1 ON s1.city = p1.city AND s1.id = p1.session AND s1.cancelled_at IS NULL
JOIN training_seat t1 ON t1.city = p1.city AND t1.id = p1.seat
JOIN training_seat t2 ON t2.city = t1.city AND t2.person = t1.person AND t2.id <> t1.id
JOIN training_presence p2 ON p2.city = t2.city AND p2.seat = t2.id AND p2.present
JOIN training_session s2 ON s2.city = p2.city AND s2.id = p2.session AND s2.cancelled_at IS NULL AND s2.on_date = s1.on_date AND s2.begins < s1.ends AND s1.begins < s2.ends
JOIN training_course c2 ON c2.city = s2.city AND c2.id = s2.course
WHERE p1.city = $1 AND p1.course = $2 AND p1.present ORDER BY s1.number, t1.id, c2.id

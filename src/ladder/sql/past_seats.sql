-- Who finished a course of the clinic for a step and has a business; joined here to `clinic_proofs`, SQLite would look through all papers of a kind for each seat.
SELECT k.step, t.name, s.id, c.ends_on, b.id
FROM ladder_clinic k
JOIN training_v_topic t ON t.city = k.city AND t.code = k.topic
JOIN training_v_course c ON c.city = k.city AND c.topic = k.topic
JOIN training_v_seat s ON s.city = c.city AND s.course = c.id AND s.state = 'finished'
JOIN enterprise_v_business b ON b.city = s.city AND b.owner = s.person
WHERE k.city = $1 ORDER BY k.step, s.id

-- Where a result belongs.
SELECT c.unit_code, c.pokmas FROM training_result r JOIN training_seat s ON s.city = r.city AND s.id = r.seat JOIN training_course c ON c.city = s.city AND c.id = s.course WHERE r.city = $1 AND r.id = $2

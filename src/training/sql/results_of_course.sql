-- How many results each seat of a course has.
SELECT r.seat, count(*) FROM training_result r JOIN training_seat s ON s.city = r.city AND s.id = r.seat WHERE r.city = $1 AND s.course = $2 GROUP BY r.seat

-- What holds at a meeting, with who marked it.
SELECT p.session, p.seat, p.present, p.routes, m.recorded_by_name, m.recorded_at
FROM training_presence p JOIN training_mark m ON m.city = p.city AND m.id = p.mark WHERE p.city = $1 AND p.session = $2

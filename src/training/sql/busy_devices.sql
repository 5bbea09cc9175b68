-- Phones that marked several participants of one meeting by their slips.
SELECT s.number, m.session, count(DISTINCT m.seat) AS people FROM training_mark m JOIN training_session s ON s.city = m.city AND s.id = m.session
WHERE m.city = $1 AND m.course = $2 AND m.route = 'qr' AND m.device IS NOT NULL GROUP BY s.number, m.session, m.device HAVING count(DISTINCT m.seat) >= 3
ORDER BY s.number

-- What the clinics for each step cost: the topic's usual cost of a seat, and what was spent on its courses that somebody finished, by how many finished.
SELECT k.step, k.topic, t.name, t.seat_cost, t.cost_note, CAST(coalesce(sum(d.spent), 0) AS BIGINT) AS spent, CAST(coalesce(sum(d.seats), 0) AS BIGINT) AS seats, count(d.id) AS courses,
    max(d.ends_on) AS ends_on
FROM ladder_clinic k
JOIN training_v_topic t ON t.city = k.city AND t.code = k.topic
LEFT JOIN (
    SELECT c.city, c.topic, c.id, c.ends_on,
        (SELECT count(*) FROM training_v_seat s WHERE s.city = c.city AND s.course = c.id AND s.state = 'finished') AS seats,
        (SELECT coalesce(sum(x.spent), 0) FROM training_v_line l JOIN spending_v_share x ON x.city = l.city AND x.line = l.plan_line WHERE l.city = c.city AND l.course = c.id) AS spent
    FROM training_v_course c WHERE c.city = $1
) d ON d.city = k.city AND d.topic = k.topic AND d.seats > 0 AND d.spent > 0
WHERE k.city = $1
GROUP BY k.step, k.topic, t.name, t.seat_cost, t.cost_note ORDER BY k.step, t.name

-- Every answered interview of every round up to one, for the panel without names.
SELECT i.business, r.month, r.number, r.baseline_for, i.kelurahan, a.producing, a.workers, a.method,
    (SELECT CAST(sum(s.amount) AS BIGINT) FROM followup_sale s WHERE s.city = a.city AND s.answer = a.id) AS sold,
    (SELECT min(c.ends_on) FROM training_v_seat t JOIN training_v_course c ON c.city = t.city AND c.id = t.course WHERE t.city = i.city AND t.person = i.owner AND t.state = 'finished') AS finished_on
FROM followup_interview i JOIN followup_round r ON r.city = i.city AND r.id = i.round JOIN followup_answer a ON a.city = i.city AND a.id = i.answer
WHERE i.city = $1 AND r.number <= $2 ORDER BY r.number, i.business

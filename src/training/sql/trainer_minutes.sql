-- Hours that trainers are paid for.
SELECT p.name, CAST(sum(t.minutes) AS BIGINT) AS minutes FROM training_trainer t JOIN identity_v_person p ON p.city = t.city AND p.id = t.person
WHERE t.city = $1 AND t.course = $2 GROUP BY t.person, p.name ORDER BY p.name

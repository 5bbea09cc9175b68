-- What businesses told of their sales in visits that count: for the middle of many, never shown one by one.
SELECT c.topic, v.region, v.kelurahan, v.course, v.after_days, a.method, a.business, CAST(sum(x.amount) AS BIGINT)
FROM followup_visit v JOIN training_v_course c ON c.city = v.city AND c.id = v.course
JOIN followup_answer a ON a.city = v.city AND a.id = v.answer
JOIN followup_sale x ON x.city = a.city AND x.answer = a.id AND x.amount IS NOT NULL
WHERE v.city = $1 AND v.replaced_at IS NULL AND ($2 = 0 OR c.year = $2) AND v.region >= $3 AND v.region < $4 AND ($5 = '' OR c.topic = $5)
    AND ($6 = '' OR EXISTS (SELECT 1 FROM training_v_trainer t WHERE t.city = v.city AND t.course = v.course AND t.person = $6))
    AND ((v.region >= $7 AND v.region < $8) OR (v.region >= $9 AND v.region < $10) OR (v.region >= $11 AND v.region < $12) OR (v.region >= $13 AND v.region < $14))
GROUP BY c.topic, v.region, v.kelurahan, v.course, v.after_days, a.method, a.business, a.id

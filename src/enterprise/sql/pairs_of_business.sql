-- With whom a business may be one, or was said not to be.
SELECT q.id, CASE WHEN q.a = $2 THEN q.b ELSE q.a END, o.name, o.region, q.score, q.reasons, q.state, q.decided_by_name, q.decided_at
FROM enterprise_pair q
JOIN enterprise_business o ON o.city = q.city AND o.id = CASE WHEN q.a = $2 THEN q.b ELSE q.a END
WHERE q.city = $1 AND (q.a = $2 OR q.b = $2) AND o.survivor IS NULL AND q.state <> 'merged' ORDER BY q.score DESC, q.id

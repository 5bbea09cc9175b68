-- Pairs in up to four places whose both sides stand for themselves.
-- @list
SELECT q.score AS score, q.id AS id, a.name AS a_name, ap.name AS a_owner, a.region AS a_region, b.name AS b_name, bp.name AS b_owner, b.region AS b_region, q.reasons AS reasons, q.state AS state,
    q.kelurahan AS kelurahan, q.found_at AS found_at,
    q.score + CASE WHEN q.state = 'open' THEN 1000 ELSE 0 END AS urgency, a.name_fold || ' ' || b.name_fold || ' ' || ap.name_fold || ' ' || bp.name_fold AS search
FROM enterprise_pair q
JOIN enterprise_business a ON a.city = q.city AND a.id = q.a
JOIN enterprise_business b ON b.city = q.city AND b.id = q.b
JOIN identity_v_person ap ON ap.city = a.city AND ap.id = a.owner
JOIN identity_v_person bp ON bp.city = b.city AND bp.id = b.owner
WHERE q.city = $1 AND q.state <> 'merged' AND a.survivor IS NULL AND b.survivor IS NULL
    AND ((a.region >= $2 AND a.region < $3) OR (a.region >= $4 AND a.region < $5) OR (a.region >= $6 AND a.region < $7) OR (a.region >= $8 AND a.region < $9))
    AND ((b.region >= $2 AND b.region < $3) OR (b.region >= $4 AND b.region < $5) OR (b.region >= $6 AND b.region < $7) OR (b.region >= $8 AND b.region < $9))

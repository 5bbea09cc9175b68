-- When each tranche of a year was requested, and by how many of its groups
SELECT number, MIN(requested_on), MAX(requested_on), COUNT(DISTINCT pokmas),
    (SELECT COUNT(DISTINCT c.pokmas) FROM payout_v_contract c WHERE c.city = t.city AND c.year = t.year)
FROM payout_v_tranche t
WHERE t.city = $1 AND t.year = $2
GROUP BY t.city, t.year, t.number
ORDER BY t.number

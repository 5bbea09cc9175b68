-- What reached a purse, by tranche.
SELECT t.number, t.supplement, t.confirmed_on, CAST(SUM(s.amount) AS BIGINT)
FROM payout_part s
JOIN payout_tranche t ON t.city = s.city AND t.id = s.tranche
WHERE s.city = $1 AND s.purse = $2 AND t.confirmed_on IS NOT NULL
GROUP BY t.number, t.supplement, t.confirmed_on ORDER BY t.number, t.supplement

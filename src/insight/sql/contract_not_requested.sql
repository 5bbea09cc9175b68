-- What a pokmas's contracts hold and no order to pay does, when no request is under way; the number of its last tranche that arrived
SELECT CAST(SUM(m.kontrak - m.sp2d) AS BIGINT),
    (SELECT COALESCE(MAX(t.number), 0) FROM payout_v_tranche t WHERE t.city = $1 AND t.year = $2 AND t.pokmas = $3 AND t.confirmed_on IS NOT NULL)
FROM ledger_v_purse m
WHERE m.city = $1 AND m.year = $2 AND m.pokmas = $3
    AND NOT EXISTS (SELECT 1 FROM payout_v_tranche t WHERE t.city = $1 AND t.year = $2 AND t.pokmas = $3 AND t.waits_for > '')
HAVING SUM(m.kontrak - m.sp2d) > 0

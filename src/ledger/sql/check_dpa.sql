-- Kelurahan that gave more than their DPA
SELECT t.year, t.kelurahan, t.envelope, CAST(SUM(t.used) AS BIGINT), CAST(SUM(t.allowed) AS BIGINT)
FROM (SELECT year, kelurahan, envelope, amount AS used, 0 AS allowed FROM ledger_place WHERE city = $1 AND stage NOT IN ('anggaran', 'batal')
    UNION ALL
    SELECT year, kelurahan, envelope, 0, amount FROM ledger_dpa WHERE city = $1) t
GROUP BY t.year, t.kelurahan, t.envelope
HAVING SUM(t.used) > SUM(t.allowed)
ORDER BY t.year, t.kelurahan LIMIT 100

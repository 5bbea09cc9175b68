-- Figures of kelurahan that differ from the sums of their accounts
SELECT t.year, t.kelurahan, t.envelope, t.stage, CAST(SUM(t.kept) AS BIGINT), CAST(SUM(t.derived) AS BIGINT)
FROM (SELECT year, kelurahan, envelope, stage, amount AS kept, 0 AS derived FROM ledger_place WHERE city = $1
    UNION ALL
    SELECT a.year, a.kelurahan, a.envelope, a.slot, 0, l.amount FROM ledger_account a
    JOIN ledger_balance l ON l.city = a.city AND l.account = a.id
    WHERE a.city = $1 AND a.book = 'purse') t
GROUP BY t.year, t.kelurahan, t.envelope, t.stage
HAVING SUM(t.kept) <> SUM(t.derived)
ORDER BY t.year, t.kelurahan LIMIT 100

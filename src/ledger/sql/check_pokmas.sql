-- Pokmas whose money differs from what their purses say: held less debts = cair, jalan = sp2d
SELECT t.pokmas, CAST(SUM(t.net) AS BIGINT), CAST(SUM(t.cair) AS BIGINT), CAST(SUM(t.jalan) AS BIGINT), CAST(SUM(t.sp2d) AS BIGINT)
FROM (SELECT a.pokmas, CASE WHEN a.slot <> 'jalan' THEN b.amount ELSE 0 END AS net, 0 AS cair, CASE WHEN a.slot = 'jalan' THEN b.amount ELSE 0 END AS jalan, 0 AS sp2d
    FROM ledger_account a
    JOIN ledger_balance b ON b.city = a.city AND b.account = a.id
    WHERE a.city = $1 AND a.book = 'cash' AND a.slot NOT IN ('kasda', 'pemasok', 'hapus')
    UNION ALL
    SELECT p.pokmas, 0, c.amount, 0, s.amount
    FROM ledger_purse p
    JOIN ledger_balance c ON c.city = p.city AND c.account = p.first_account + 5
    JOIN ledger_balance s ON s.city = p.city AND s.account = p.first_account + 4
    WHERE p.city = $1) t
GROUP BY t.pokmas
HAVING SUM(t.net) <> SUM(t.cair) OR SUM(t.jalan) <> SUM(t.sp2d)
ORDER BY t.pokmas LIMIT 100

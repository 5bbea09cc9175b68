-- Purses whose stages do not sum to their ceiling: what anggaran gave, plus and minus moves between purses
SELECT t.purse, CAST(SUM(t.standing) AS BIGINT), CAST(SUM(t.moved) AS BIGINT)
FROM (SELECT a.purse, b.amount AS standing, 0 AS moved
    FROM ledger_account a
    JOIN ledger_balance b ON b.city = a.city AND b.account = a.id
    WHERE a.city = $1 AND a.book = 'purse'
    UNION ALL
    SELECT a.purse, 0, l.amount
    FROM ledger_entry e
    LEFT JOIN ledger_entry o ON o.city = e.city AND o.id = e.reverses
    JOIN ledger_line l ON l.city = e.city AND l.entry = e.number
    JOIN ledger_account a ON a.city = l.city AND a.id = l.account
    WHERE e.city = $1 AND (e.kind = 'moved_between_purses' OR (e.kind = 'reversal' AND o.kind = 'moved_between_purses'))) t
GROUP BY t.purse
HAVING SUM(t.standing) <> SUM(t.moved)
ORDER BY t.purse LIMIT 100

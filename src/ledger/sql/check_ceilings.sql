-- Purses whose stages do not sum to their ceiling: what anggaran gave, plus and minus moves between purses
SELECT t.purse, CAST(SUM(t.standing) AS BIGINT), CAST(SUM(t.moved) AS BIGINT)
FROM (SELECT a.purse, b.amount AS standing, 0 AS moved
    FROM ledger_account a
    JOIN ledger_balance b ON b.city = a.city AND b.account = a.id
    WHERE a.city = $1 AND a.book = 'purse'
    UNION ALL
    SELECT a.purse, 0, l.amount
    FROM (SELECT m.number FROM ledger_entry m WHERE m.city = $1 AND m.kind = 'moved_between_purses'
        UNION ALL
        SELECT r.number FROM ledger_entry r
        JOIN ledger_entry o ON o.city = r.city AND o.id = r.reverses
        WHERE r.city = $1 AND r.reverses > '' AND o.kind = 'moved_between_purses') e
    CROSS JOIN ledger_line l
    CROSS JOIN ledger_account a
    WHERE l.city = $1 AND l.entry = e.number AND a.city = $1 AND a.id = l.account) t
GROUP BY t.purse
HAVING SUM(t.standing) <> SUM(t.moved)
ORDER BY t.purse LIMIT 100

-- Reversals that are not the opposite of what they reverse
SELECT t.id, CAST(SUM(t.amount) AS BIGINT)
FROM (SELECT e.id, l.account, COALESCE(l.category, '') AS category, l.amount
    FROM ledger_entry e
    CROSS JOIN ledger_line l
    WHERE e.city = $1 AND e.reverses > '' AND l.city = e.city AND l.entry = e.number
    UNION ALL
    SELECT e.id, l.account, COALESCE(l.category, ''), l.amount
    FROM ledger_entry e
    CROSS JOIN ledger_entry o
    CROSS JOIN ledger_line l
    WHERE e.city = $1 AND e.reverses > '' AND o.city = e.city AND o.id = e.reverses AND l.city = o.city AND l.entry = o.number) t
GROUP BY t.id, t.account, t.category
HAVING SUM(t.amount) <> 0
ORDER BY t.id LIMIT 100

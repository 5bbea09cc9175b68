-- Reversals that are not the opposite of what they reverse
SELECT e.id, CAST(SUM(l.amount) AS BIGINT)
FROM ledger_entry e
JOIN ledger_entry o ON o.city = e.city AND o.id = e.reverses
JOIN ledger_line l ON l.city = e.city AND l.entry IN (e.number, o.number)
WHERE e.city = $1 AND e.reverses > ''
GROUP BY e.id, l.account, COALESCE(l.category, '')
HAVING SUM(l.amount) <> 0
ORDER BY e.id LIMIT 100

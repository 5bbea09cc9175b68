-- A purse's rupiah by stage and category
SELECT l.slot, COALESCE(l.category, ''), CAST(SUM(l.amount) AS BIGINT)
FROM ledger_line l
WHERE l.city = $1 AND l.account BETWEEN $2 AND $3
GROUP BY l.slot, COALESCE(l.category, '')
HAVING SUM(l.amount) <> 0
ORDER BY 2, 1

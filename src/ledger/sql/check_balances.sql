-- Kept balances that differ from the lines
SELECT a.id, a.slot, COALESCE(a.purse, a.pokmas), b.amount, CAST(COALESCE(l.total, 0) AS BIGINT)
FROM ledger_account a
LEFT JOIN ledger_balance b ON b.city = a.city AND b.account = a.id
LEFT JOIN (SELECT account, SUM(amount) AS total FROM ledger_line WHERE city = $1 GROUP BY account) l ON l.account = a.id
WHERE a.city = $1 AND (b.amount IS NULL OR b.amount <> COALESCE(l.total, 0))
ORDER BY a.id LIMIT 100

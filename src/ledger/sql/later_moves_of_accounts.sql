-- What happened to a run of accounts after a day
SELECT l.account, CAST(SUM(l.amount) AS BIGINT)
FROM ledger_line l
JOIN ledger_entry e ON e.city = l.city AND e.number = l.entry
WHERE l.city = $1 AND l.account BETWEEN $2 AND $3 AND e.occurred_on > $4
GROUP BY l.account

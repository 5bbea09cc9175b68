-- What happened to a run of accounts after a day; CROSS JOIN keeps SQLite from starting at the day
SELECT l.account, CAST(SUM(l.amount) AS BIGINT)
FROM ledger_line l
CROSS JOIN ledger_entry e
WHERE l.city = $1 AND e.city = l.city AND e.number = l.entry AND l.account BETWEEN $2 AND $3 AND e.occurred_on > $4
GROUP BY l.account

-- What happened to the figures of kelurahan after a day; CROSS JOIN makes SQLite start at the day
SELECT a.kelurahan, a.envelope, a.slot, CAST(SUM(l.amount) AS BIGINT)
FROM ledger_entry e
CROSS JOIN ledger_line l
CROSS JOIN ledger_account a
WHERE e.city = $1 AND l.city = e.city AND l.entry = e.number AND a.city = l.city AND a.id = l.account AND e.occurred_on > $3 AND l.year = $2
GROUP BY a.kelurahan, a.envelope, a.slot

-- What happened to the figures of kelurahan after a day
SELECT a.kelurahan, a.envelope, a.slot, CAST(SUM(l.amount) AS BIGINT)
FROM ledger_entry e
JOIN ledger_line l ON l.city = e.city AND l.entry = e.number
JOIN ledger_account a ON a.city = l.city AND a.id = l.account
WHERE e.city = $1 AND e.occurred_on > $3 AND l.year = $2
GROUP BY a.kelurahan, a.envelope, a.slot

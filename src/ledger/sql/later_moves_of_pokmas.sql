-- What happened to a pokmas's cash accounts after a day
SELECT a.slot, a.party, CAST(SUM(l.amount) AS BIGINT)
FROM ledger_account a
JOIN ledger_line l ON l.city = a.city AND l.account = a.id
JOIN ledger_entry e ON e.city = l.city AND e.number = l.entry
WHERE a.city = $1 AND a.pokmas = $2 AND e.occurred_on > $3
GROUP BY a.slot, a.party

-- What a pokmas had in hand before a day; CROSS JOIN keeps SQLite from starting at the day
SELECT a.slot, CAST(SUM(l.amount) AS BIGINT)
FROM ledger_account a
CROSS JOIN ledger_line l
CROSS JOIN ledger_entry e
WHERE a.city = $1 AND l.city = a.city AND l.account = a.id AND e.city = l.city AND e.number = l.entry AND a.pokmas = $2 AND a.slot IN ('bank', 'kas', 'panjar') AND e.occurred_on < $3
GROUP BY a.slot

-- What moved a pokmas's money in a span of days; CROSS JOIN keeps SQLite from starting at the day
SELECT e.number, e.id, e.kind, e.occurred_on, e.recorded_at, e.subject_kind, e.subject, e.text, a.slot, a.party, l.amount
FROM ledger_account a
CROSS JOIN ledger_line l
CROSS JOIN ledger_entry e
WHERE a.city = $1 AND l.city = a.city AND l.account = a.id AND e.city = l.city AND e.number = l.entry AND a.pokmas = $2 AND e.occurred_on BETWEEN $3 AND $4
ORDER BY e.occurred_on, e.number, l.number

-- Lines with their entries in the order of numbers, a page of entries at a time
SELECT e.number, e.id, e.kind, e.occurred_on, e.recorded_at, e.text, l.account, l.amount, l.category
FROM ledger_entry e
JOIN ledger_line l ON l.city = e.city AND l.entry = e.number
WHERE e.city = $1 AND e.number > $2 AND e.number <= $3
ORDER BY e.number, l.number

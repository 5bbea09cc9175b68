-- Entries that moved a pokmas's money
-- @list
SELECT e.number AS number, e.id AS id, e.kind AS kind, e.occurred_on AS occurred_on, e.recorded_at AS recorded_at,
    e.subject_kind AS subject_kind, e.subject AS subject, e.text AS text,
    CAST(SUM(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END) AS BIGINT) AS amount, e.reverses AS reverses, r.id AS reversed_by, lower(e.text) AS search
FROM ledger_account a
CROSS JOIN ledger_line l
CROSS JOIN ledger_entry e
LEFT JOIN ledger_entry r ON r.city = e.city AND r.reverses = e.id
WHERE a.city = $1 AND a.pokmas = $2 AND l.city = a.city AND l.account = a.id AND e.city = l.city AND e.number = l.entry
GROUP BY e.city, e.number, e.id, e.kind, e.occurred_on, e.recorded_at, e.subject_kind, e.subject, e.text, e.reverses, r.id

-- Entries of one subject; the amount is the purse book's, else the cash book's
SELECT e.number AS number, e.id AS id, e.kind AS kind, e.occurred_on AS occurred_on, e.recorded_at AS recorded_at,
    e.subject_kind AS subject_kind, e.subject AS subject, e.text AS text,
    CAST(COALESCE(NULLIF(SUM(CASE WHEN l.amount > 0 AND l.year > 0 THEN l.amount ELSE 0 END), 0),
        SUM(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END), 0) AS BIGINT) AS amount, e.reverses AS reverses, r.id AS reversed_by, lower(e.text) AS search
FROM ledger_entry e
LEFT JOIN ledger_line l ON l.city = e.city AND l.entry = e.number
LEFT JOIN ledger_entry r ON r.city = e.city AND r.reverses = e.id
WHERE e.city = $1 AND e.subject_kind = $2 AND e.subject = $3
GROUP BY e.city, e.number, e.id, e.kind, e.occurred_on, e.recorded_at, e.subject_kind, e.subject, e.text, e.reverses, r.id
ORDER BY e.number

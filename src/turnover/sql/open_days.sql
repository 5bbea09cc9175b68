-- Days before one that have sales and were not closed.
SELECT DISTINCT e.on_day FROM turnover_entry e
WHERE e.city = $1 AND e.business = $2 AND e.on_day < $3 AND e.kind = 'sale' AND e.voided_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM turnover_day d WHERE d.city = e.city AND d.business = e.business AND d.on_day = e.on_day)
ORDER BY e.on_day

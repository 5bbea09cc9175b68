-- Papers of a place that count, at the business that stands for itself.
SELECT s.id, l.id, l.kind, l.number, l.worst, l.result, l.entered_at, l.issued_on, l.valid_until, l.checked_at
FROM enterprise_licence l JOIN enterprise_business b ON b.city = l.city AND b.id = l.business
JOIN enterprise_business s ON s.city = b.city AND s.id = coalesce(b.survivor, b.id)
WHERE l.city = $1 AND l.retired_at IS NULL AND s.region >= $2 AND s.region < $3

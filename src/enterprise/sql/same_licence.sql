-- Whose number this is already.
SELECT l.id, b.id, b.name FROM enterprise_licence l JOIN enterprise_business b ON b.city = l.city AND b.id = l.business
WHERE l.city = $1 AND l.kind = $2 AND l.number_lookup = $3 AND l.retired_at IS NULL

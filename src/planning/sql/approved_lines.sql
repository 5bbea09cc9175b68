-- The lines in force of a purse
SELECT l.id, l.purse, l.envelope, l.category, l.activity, l.item, l.specification, l.unit, l.quantity, l.unit_price, l.amount, l.spend_kind, l.reference_price, l.dropped_on, l.dropped_reason
FROM planning_line l
JOIN planning_plan p ON p.city = l.city AND p.id = l.plan AND p.approved_revision = l.revision
WHERE l.city = $1 AND l.purse = $2 AND l.dropped_on IS NULL
ORDER BY l.number

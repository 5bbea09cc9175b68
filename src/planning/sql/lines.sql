-- The lines of a revision in their order
SELECT id, purse, envelope, category, activity, item, specification, unit, quantity, unit_price, amount, spend_kind, reference_price, dropped_on, dropped_reason
FROM planning_line WHERE city = $1 AND plan = $2 AND revision = $3 ORDER BY number

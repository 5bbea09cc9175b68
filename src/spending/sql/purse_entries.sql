-- The latest entries of a purse with a picture of each.
SELECT e.id, e.number, e.occurred_on, e.description, e.supplier_name, s.amount, e.state, s.undone
FROM spending_share s
JOIN spending_v_expense e ON e.city = s.city AND e.id = s.expense
WHERE s.city = $1 AND s.purse = $2 AND e.live = TRUE ORDER BY e.recorded_at DESC, e.id DESC, s.position LIMIT 20

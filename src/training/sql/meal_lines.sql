-- Lines of the plan that pay for a course's food.
SELECT l.plan_line, p.item, p.quantity, p.unit_price, p.purse FROM training_line l JOIN planning_v_line p ON p.city = l.city AND p.id = l.plan_line
WHERE l.city = $1 AND l.course = $2 AND p.spend_kind = 'konsumsi' ORDER BY p.number

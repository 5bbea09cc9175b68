-- The shares of an expense with the names of their lines and purses.
SELECT s.line, s.purse, s.category, s.amount, s.accepted, s.undone, l.activity, l.item, p.unit_name, p.envelope
FROM spending_share s
JOIN programme_v_purse p ON p.city = s.city AND p.id = s.purse
LEFT JOIN planning_v_line l ON l.city = s.city AND l.id = s.line
WHERE s.city = $1 AND s.expense = $2 ORDER BY s.position

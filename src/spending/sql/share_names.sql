-- The shares of an expense with the names of their lines and purses; a line that left the plan has none.
SELECT s.line, s.purse, s.category, s.amount, s.accepted, s.undone,
    (SELECT l.activity FROM planning_v_line l WHERE l.city = s.city AND l.id = s.line) AS activity,
    (SELECT l.item FROM planning_v_line l WHERE l.city = s.city AND l.id = s.line) AS item, p.unit_name, p.envelope
FROM spending_share s
JOIN programme_v_purse p ON p.city = s.city AND p.id = s.purse
WHERE s.city = $1 AND s.expense = $2 ORDER BY s.position

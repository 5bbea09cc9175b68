-- Taxes of what a pokmas paid in a year, by expense.
SELECT t.expense, t.key, t.label, t.base, t.amount - t.undone AS amount, t.paid, t.owed, t.due, t.bearer, e.number
FROM spending_v_tax t
JOIN spending_v_expense e ON e.city = t.city AND e.id = t.expense
WHERE t.city = $1 AND t.pokmas = $2 AND e.year = $3 AND e.live = TRUE AND t.amount - t.undone > 0 ORDER BY e.number, t.key

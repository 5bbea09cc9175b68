-- Taxes of a pokmas that are not paid yet, the oldest first.
SELECT t.key, t.label, t.amount - t.undone - t.paid AS owed, t.due, t.expense, e.number, t.city_tax FROM spending_tax t
JOIN spending_expense e ON e.city = t.city AND e.id = t.expense
WHERE t.city = $1 AND t.pokmas = $2 AND t.amount - t.undone - t.paid > 0 ORDER BY t.due, e.number, t.key

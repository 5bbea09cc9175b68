-- Nothing of it counts any more.
UPDATE spending_expense SET live = FALSE, undone = charged, replaced_by = $3 WHERE city = $1 AND id = $2

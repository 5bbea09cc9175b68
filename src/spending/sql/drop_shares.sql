-- No line bears a withdrawn expense.
UPDATE spending_share SET undone = amount WHERE city = $1 AND expense = $2

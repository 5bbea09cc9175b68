-- No tax is owed for a withdrawn expense.
UPDATE spending_tax SET undone = amount WHERE city = $1 AND expense = $2

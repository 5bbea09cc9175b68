-- When this person opened this expense.
SELECT at FROM spending_opening WHERE city = $1 AND expense = $2 AND actor = $3

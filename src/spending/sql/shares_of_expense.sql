-- The shares of an expense.
SELECT position, line, purse, category, amount, accepted, undone FROM spending_share WHERE city = $1 AND expense = $2 ORDER BY position

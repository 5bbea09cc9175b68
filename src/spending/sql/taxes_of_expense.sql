-- The taxes of an expense.
SELECT key, label, base, amount, bearer, city_tax, due, undone, paid FROM spending_tax WHERE city = $1 AND expense = $2 ORDER BY key

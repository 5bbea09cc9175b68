-- Expenses of a purse that passes to another pokmas.
UPDATE spending_expense SET pokmas = $3 WHERE city = $1 AND purse = $2

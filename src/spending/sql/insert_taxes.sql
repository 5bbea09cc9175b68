-- Taxes of an expense.
INSERT INTO spending_tax (city, expense, key, pokmas, label, base, amount, bearer, city_tax, due, undone, paid) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0)

-- The taxes that a number pays.
INSERT INTO spending_tax_payment_part (city, payment, position, tax, expense, amount) VALUES
-- @rows
($1, $2, $3, $4, $5, $6)

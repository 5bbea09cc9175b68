-- What each plan line bears of an expense.
INSERT INTO spending_share (city, expense, position, line, purse, category, amount, accepted, undone) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, 0, 0)

-- The shares of purses in a slip.
INSERT INTO spending_deposit_part (city, deposit, purse, amount) VALUES
-- @rows
($1, $2, $3, $4)

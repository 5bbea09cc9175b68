-- Which purses passed.
INSERT INTO spending_handover_purse (city, handover, purse) VALUES
-- @rows
($1, $2, $3)

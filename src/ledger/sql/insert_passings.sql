-- Notes purses that pass to another pokmas
INSERT INTO ledger_passing (city, entry, purse, from_pokmas, to_pokmas)
VALUES
-- @rows
($1, $2, $3, $4, $5)

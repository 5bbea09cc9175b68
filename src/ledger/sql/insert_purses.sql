-- Opens purses
INSERT INTO ledger_purse (city, id, year, unit, kelurahan, envelope, pokmas, first_account, state, opened_at)
VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9)

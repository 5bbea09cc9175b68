-- Opens accounts of either book
INSERT INTO ledger_account (city, id, book, slot, sign, purse, pokmas, party, year, unit, kelurahan, envelope)
VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

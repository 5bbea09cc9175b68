-- Writes the lines of entries
INSERT INTO ledger_line (city, entry, number, account, amount, year, envelope, slot, category)
VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9)

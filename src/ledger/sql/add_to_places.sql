-- Adds what moved to the figures of kelurahan
INSERT INTO ledger_place (city, year, kelurahan, envelope, stage, amount)
VALUES
-- @rows
($1, $2, $3, $4, $5, $6)
ON CONFLICT (city, year, kelurahan, envelope, stage) DO UPDATE SET amount = ledger_place.amount + excluded.amount

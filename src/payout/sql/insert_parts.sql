-- How a tranche is split.
INSERT INTO payout_part (city, tranche, purse, category, contract, amount) VALUES
-- @rows
($1, $2, $3, $4, $5, $6)

-- Keeps what accounts have now
INSERT INTO ledger_balance (city, account, sign, amount)
VALUES
-- @rows
($1, $2, $3, $4)
ON CONFLICT (city, account) DO UPDATE SET amount = excluded.amount

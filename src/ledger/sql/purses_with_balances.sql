-- Purses with the balances of their ten stages
SELECT p.id, p.year, p.unit, p.kelurahan, p.envelope, p.pokmas, p.state, p.closed_on, p.first_account, b.account, b.amount
FROM (VALUES
-- @rows
(CAST($1 AS BIGINT), $2)
) AS w
JOIN ledger_purse p ON p.city = w.column1 AND p.id = w.column2
JOIN ledger_balance b ON b.city = p.city AND b.account BETWEEN p.first_account AND p.first_account + 9

-- The signed months of a pokmas
SELECT month FROM ledger_month WHERE city = $1 AND pokmas = $2 ORDER BY month

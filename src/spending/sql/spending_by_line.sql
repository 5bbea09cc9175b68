-- What the plan lines of a purse bear.
SELECT line, CAST(SUM(amount - undone) AS BIGINT) AS spent, CAST(SUM(accepted) AS BIGINT) AS accepted FROM spending_share WHERE city = $1 AND purse = $2 GROUP BY line ORDER BY line

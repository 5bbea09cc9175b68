-- The next free position in a round.
SELECT CAST(COALESCE(MAX(position), 0) + 1 AS BIGINT) FROM reporting_return WHERE city = $1 AND lpj = $2 AND round = $3

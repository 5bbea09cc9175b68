-- Everything that was sent back, newest first.
SELECT round, document, fix, actor_name, at FROM reporting_return WHERE city = $1 AND lpj = $2 ORDER BY round DESC, position

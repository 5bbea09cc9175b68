-- What was sent back in a round.
INSERT INTO reporting_return (city, lpj, round, position, document, fix, actor_name, at) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8)

-- The version of a plan that somebody opened last
SELECT version FROM planning_view WHERE city = $1 AND plan = $2 AND actor = $3

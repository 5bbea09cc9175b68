-- The highest number a revision of the plan has
SELECT MAX(number) FROM planning_revision WHERE city = $1 AND plan = $2

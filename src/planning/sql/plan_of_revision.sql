-- The plan that a revision belongs to
SELECT plan FROM planning_revision WHERE city = $1 AND id = $2

-- The revisions of a plan, oldest first
SELECT number, id, based_on, reason, evidence, amount, approved_at, started_at FROM planning_revision WHERE city = $1 AND plan = $2 ORDER BY number

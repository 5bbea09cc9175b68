-- The steps of an item, oldest first.
SELECT number, event, from_state, to_state, actor, person, actor_name, role, at, reason, evidence
FROM workflow_history WHERE city = $1 AND item = $2 ORDER BY number

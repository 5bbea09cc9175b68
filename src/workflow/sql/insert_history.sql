-- Keeps one step.
INSERT INTO workflow_history (city, item, number, event, from_state, to_state, actor, person, actor_name, role, at, reason, evidence)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)

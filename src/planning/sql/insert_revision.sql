-- A new revision of a plan
INSERT INTO planning_revision (city, plan, number, id, based_on, reason, evidence, amount, started_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

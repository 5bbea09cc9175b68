-- What was known at a decision.
INSERT INTO reporting_decision (city, lpj, id, decision, pack_version, verdicts, actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

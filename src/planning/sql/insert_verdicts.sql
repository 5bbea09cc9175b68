-- What the rules said at a decision
INSERT INTO planning_verdict (city, plan, revision, number, decision, pack_version, verdicts, actor, at)
VALUES ($1, $2, $3, (SELECT COUNT(*) + 1 FROM planning_verdict WHERE city = $1 AND plan = $2 AND revision = $3), $4, $5, $6, $7, $8)

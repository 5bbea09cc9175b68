-- What the rules said at the decisions on a plan, newest first
SELECT revision, decision, pack_version, verdicts, at FROM planning_verdict WHERE city = $1 AND plan = $2 ORDER BY revision DESC, number DESC

-- Somebody opened a version of a plan
INSERT INTO planning_view (city, plan, actor, version, at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (city, plan, actor) DO UPDATE SET version = excluded.version, at = excluded.at

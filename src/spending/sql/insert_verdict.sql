-- What the rules said at a later decision.
INSERT INTO spending_verdict (city, expense, at, decision, pack_version, verdicts, actor) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (city, expense, at, decision) DO NOTHING

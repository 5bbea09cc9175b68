-- What the rules said when somebody decided.
INSERT INTO payout_decision (city, subject, id, decision, pack_version, verdicts, actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- What the rules said at decisions about a subject, oldest first.
SELECT decision, pack_version, verdicts, at FROM payout_decision WHERE city = $1 AND subject = $2 ORDER BY id

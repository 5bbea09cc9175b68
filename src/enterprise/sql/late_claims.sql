-- Claims for which nobody came since a moment, the oldest first.
SELECT id FROM enterprise_claim WHERE city = $1 AND decided_at IS NULL AND claimed_at < $2 ORDER BY claimed_at, id LIMIT 200

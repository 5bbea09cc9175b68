-- One more failure; the caller gives the new count.
INSERT INTO identity_attempt (city, account_hash, failures, last_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (city, account_hash) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at

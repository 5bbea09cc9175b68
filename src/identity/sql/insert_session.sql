-- A session; only the token's hash is kept.
INSERT INTO identity_session (city, token_hash, app_user, csrf, device, created_at, seen_at) VALUES ($1, $2, $3, $4, $5, $6, $6)

-- Tokens of a user's scripts that still work.
SELECT token_hash, label, created_at FROM identity_bearer WHERE city = $1 AND app_user = $2 AND revoked_at IS NULL ORDER BY created_at DESC

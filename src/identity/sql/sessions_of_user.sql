-- Where a user is signed in, latest use first.
SELECT token_hash, device, created_at, seen_at FROM identity_session WHERE city = $1 AND app_user = $2 ORDER BY seen_at DESC, token_hash

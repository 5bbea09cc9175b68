-- Where a user is signed in, newest first.
SELECT token_hash, device, created_at, seen_at FROM identity_session WHERE city = $1 AND app_user = $2 ORDER BY seen_at DESC

-- A new password: every session but the one that changed it.
DELETE FROM identity_session WHERE city = $1 AND app_user = $2 AND token_hash <> $3

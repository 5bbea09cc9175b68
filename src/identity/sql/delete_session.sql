-- Signing out.
DELETE FROM identity_session WHERE city = $1 AND token_hash = $2

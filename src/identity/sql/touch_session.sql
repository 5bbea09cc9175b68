-- The session was used.
UPDATE identity_session SET seen_at = $3 WHERE city = $1 AND token_hash = $2

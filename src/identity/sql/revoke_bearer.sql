-- A script's token stops working.
UPDATE identity_bearer SET revoked_at = $4 WHERE city = $1 AND app_user = $2 AND token_hash = $3 AND revoked_at IS NULL

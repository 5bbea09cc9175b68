-- A script's token.
INSERT INTO identity_bearer (city, token_hash, app_user, label, created_at) VALUES ($1, $2, $3, $4, $5)

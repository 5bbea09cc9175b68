-- A slip with a one-time code.
INSERT INTO identity_slip (city, id, app_user, code_hash, made_by, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)

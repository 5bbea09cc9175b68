-- A user of a person; the password hash is empty until the slip's code was used.
INSERT INTO identity_user (city, id, person, login, login_fold, password_hash, disabled, created_at) VALUES ($1, $2, $3, $4, $5, $6, FALSE, $7)

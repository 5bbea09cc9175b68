-- A new password.
UPDATE identity_user SET password_hash = $3 WHERE city = $1 AND id = $2

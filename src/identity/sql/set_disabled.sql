-- An account is closed or opened again.
UPDATE identity_user SET disabled = $3 WHERE city = $1 AND id = $2

-- Remembers the last sign-in.
UPDATE identity_user SET signed_in_at = $3 WHERE city = $1 AND id = $2

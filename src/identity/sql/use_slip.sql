-- The code was used.
UPDATE identity_slip SET used_at = $3 WHERE city = $1 AND id = $2

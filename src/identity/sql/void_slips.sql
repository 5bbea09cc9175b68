-- A new slip makes the older ones useless.
UPDATE identity_slip SET used_at = $3 WHERE city = $1 AND app_user = $2 AND used_at IS NULL

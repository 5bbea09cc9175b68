-- The code was used; nothing when somebody was faster.
UPDATE identity_slip SET used_at = $3 WHERE city = $1 AND id = $2 AND used_at IS NULL

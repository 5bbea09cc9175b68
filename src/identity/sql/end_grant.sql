-- The role's last day.
UPDATE identity_grant SET valid_until = $3 WHERE city = $1 AND id = $2

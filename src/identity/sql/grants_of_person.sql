-- Roles in force on a day, confirmed ones only.
SELECT role, place, pokmas, acting, valid_from, valid_until, decree, id
FROM identity_grant
WHERE city = $1 AND person = $2 AND valid_from <= $3 AND (valid_until IS NULL OR valid_until >= $3) AND NOT awaits_confirmation AND NOT refused
ORDER BY acting, role, place

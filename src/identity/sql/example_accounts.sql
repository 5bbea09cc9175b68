-- Accounts of the example city that have a password, with their offices of a day: the sign-in page offers them.
SELECT u.login, p.name, g.role, g.place
FROM identity_user u
JOIN identity_person p ON p.city = u.city AND p.id = u.person
JOIN identity_grant g ON g.city = p.city AND g.person = p.id
WHERE u.city = $1 AND p.example AND NOT u.disabled AND length(u.password_hash) > 0
      AND g.valid_from <= $2 AND (g.valid_until IS NULL OR g.valid_until >= $2) AND NOT g.awaits_confirmation AND NOT g.refused
ORDER BY length(u.login), u.login, g.place
LIMIT 500

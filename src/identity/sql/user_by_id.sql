-- A user with the person's name.
SELECT u.id, u.person, u.login, p.name, u.disabled, u.signed_in_at FROM identity_user u JOIN identity_person p ON p.city = u.city AND p.id = u.person
WHERE u.city = $1 AND u.id = $2

-- For changing the password.
SELECT u.password_hash, u.login, p.name, u.disabled FROM identity_user u JOIN identity_person p ON p.city = u.city AND p.id = u.person
WHERE u.city = $1 AND u.id = $2

-- A user with everything that the page of a person shows; sealed numbers stay sealed.
SELECT u.id, u.person, u.login, u.disabled, u.signed_in_at, length(u.password_hash), p.name, p.nip, p.region, p.phone_sealed, p.nik_sealed, u.created_at
FROM identity_user u JOIN identity_person p ON p.city = u.city AND p.id = u.person
WHERE u.city = $1 AND u.id = $2

-- Sign-in: the accounts of a phone number; more than one means that the number does not tell who it is.
SELECT u.id, u.person, u.login, u.password_hash, u.disabled
FROM identity_person p JOIN identity_user u ON u.city = p.city AND u.person = p.id
WHERE p.city = $1 AND p.phone_lookup = $2

-- Open accounts of a phone number. The first has had it longest and signs in with it; the others (a family with one telephone) sign in by name.
SELECT u.id, u.person, u.login, u.password_hash, u.disabled
FROM identity_person p JOIN identity_user u ON u.city = p.city AND u.person = p.id
WHERE p.city = $1 AND p.phone_lookup = $2 AND NOT u.disabled
ORDER BY coalesce(u.phone_since, u.created_at), u.id

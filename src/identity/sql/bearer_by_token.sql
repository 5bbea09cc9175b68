-- The script's token with its user.
SELECT b.app_user, u.person, p.name, u.disabled
FROM identity_bearer b
JOIN identity_user u ON u.city = b.city AND u.id = b.app_user
JOIN identity_person p ON p.city = u.city AND p.id = u.person
WHERE b.city = $1 AND b.token_hash = $2 AND b.revoked_at IS NULL

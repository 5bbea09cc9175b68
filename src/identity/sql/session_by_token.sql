-- The session of a cookie with its user.
SELECT s.app_user, s.csrf, s.created_at, s.seen_at, u.person, p.name, u.disabled
FROM identity_session s
JOIN identity_user u ON u.city = s.city AND u.id = s.app_user
JOIN identity_person p ON p.city = u.city AND p.id = u.person
WHERE s.city = $1 AND s.token_hash = $2

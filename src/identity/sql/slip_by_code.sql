-- The slip of a code that was typed or scanned.
SELECT s.id, s.app_user, s.expires_at, s.used_at, u.login, u.person, p.name, u.disabled
FROM identity_slip s
JOIN identity_user u ON u.city = s.city AND u.id = s.app_user
JOIN identity_person p ON p.city = u.city AND p.id = u.person
WHERE s.city = $1 AND s.code_hash = $2

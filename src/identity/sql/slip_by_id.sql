-- A slip for printing.
SELECT s.app_user, s.made_by, s.made_at, s.expires_at, s.used_at, u.login, p.name, p.id
FROM identity_slip s
JOIN identity_user u ON u.city = s.city AND u.id = s.app_user
JOIN identity_person p ON p.city = u.city AND p.id = u.person
WHERE s.city = $1 AND s.id = $2

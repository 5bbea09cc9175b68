-- Slips that were made for a user and by whom, latest first: the owner sees every reset.
SELECT s.made_at, s.expires_at, s.used_at, p.name
FROM identity_slip s
LEFT JOIN identity_user u ON u.city = s.city AND u.id = s.made_by
LEFT JOIN identity_person p ON p.city = u.city AND p.id = u.person
WHERE s.city = $1 AND s.app_user = $2
ORDER BY s.made_at DESC, s.id DESC
LIMIT 20

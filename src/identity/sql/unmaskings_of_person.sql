-- Who looked at a person's numbers and why, latest first.
SELECT x.field, x.reason, x.at, p.name
FROM identity_unmasking x
LEFT JOIN identity_user u ON u.city = x.city AND u.id = x.app_user
LEFT JOIN identity_person p ON p.city = u.city AND p.id = u.person
WHERE x.city = $1 AND x.person = $2
ORDER BY x.at DESC, x.id DESC
LIMIT 20

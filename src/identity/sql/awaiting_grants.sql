-- What was entered below a place (with a dot behind it) and waits to be confirmed, oldest first.
SELECT g.id, g.person, p.name, g.role, g.place, g.decree, g.valid_from, g.valid_until, g.acting, e.name, g.created_at, g.entered_by
FROM identity_grant g
JOIN identity_person p ON p.city = g.city AND p.id = g.person
LEFT JOIN identity_user u ON u.city = g.city AND u.id = g.entered_by
LEFT JOIN identity_person e ON e.city = u.city AND e.id = u.person
WHERE g.city = $1 AND g.awaits_confirmation AND NOT g.refused AND substr(g.place || '.', 1, length($2)) = $2
ORDER BY g.created_at, g.id
LIMIT 200

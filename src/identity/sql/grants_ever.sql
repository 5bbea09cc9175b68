-- Every role that a person has, had, will have or was refused, latest first.
SELECT g.id, g.role, g.place, g.pokmas, g.decree, g.valid_from, g.valid_until, g.acting, g.awaits_confirmation, g.refused, e.name
FROM identity_grant g
LEFT JOIN identity_user u ON u.city = g.city AND u.id = g.entered_by
LEFT JOIN identity_person e ON e.city = u.city AND e.id = u.person
WHERE g.city = $1 AND g.person = $2
ORDER BY g.valid_from DESC, g.id DESC

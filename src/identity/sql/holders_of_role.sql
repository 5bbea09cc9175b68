-- Who holds a role at a place on a day.
SELECT g.person, p.name, g.role, g.place, g.acting
FROM identity_grant g JOIN identity_person p ON p.city = g.city AND p.id = g.person
WHERE g.city = $1 AND g.role = $2 AND g.place = $3 AND g.valid_from <= $4 AND (g.valid_until IS NULL OR g.valid_until >= $4)
      AND NOT g.awaits_confirmation AND NOT g.refused
ORDER BY g.acting, g.valid_from DESC, g.id

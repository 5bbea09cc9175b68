-- One role of one person.
SELECT g.person, g.role, g.place, g.pokmas, g.valid_from, g.valid_until, g.awaits_confirmation, g.entered_by, p.name, g.refused, g.decree, g.acting
FROM identity_grant g JOIN identity_person p ON p.city = g.city AND p.id = g.person WHERE g.city = $1 AND g.id = $2

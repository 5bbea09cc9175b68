-- Another person who holds an office at a place, or is entered for it, on any day from $5 to $6; acting officers stand in a line of their own.
SELECT g.id, p.name, g.valid_from, g.valid_until, g.awaits_confirmation
FROM identity_grant g JOIN identity_person p ON p.city = g.city AND p.id = g.person
WHERE g.city = $1 AND g.role = $2 AND g.place = $3 AND g.person <> $4 AND g.valid_from <= $6 AND (g.valid_until IS NULL OR g.valid_until >= $5) AND g.acting = $7 AND NOT g.refused
ORDER BY g.awaits_confirmation, g.valid_from DESC, g.id
LIMIT 1

-- Offices at a place that are not over on a day, also those that wait or are to come.
SELECT p.name, g.role FROM identity_grant g JOIN identity_person p ON p.city = g.city AND p.id = g.person
WHERE g.city = $1 AND g.place = $2 AND NOT g.refused AND (g.valid_until IS NULL OR g.valid_until >= $3)
ORDER BY p.name_fold, g.id

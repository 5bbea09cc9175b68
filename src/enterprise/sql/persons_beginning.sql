-- Persons within a place whose whole name begins so, by name.
SELECT p.id, p.name, p.region, p.phone_sealed FROM identity_v_person p
WHERE p.city = $1 AND p.region >= $2 AND p.region < $3 AND p.name_fold >= $4 AND p.name_fold < $5
ORDER BY p.name_fold, p.id LIMIT $6

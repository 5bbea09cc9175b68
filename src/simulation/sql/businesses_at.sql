-- The standing businesses of a place with their owners: what a list brought in, to go on with.
SELECT b.id, b.owner, b.name, b.activity, b.region, p.name FROM enterprise_v_business b
JOIN identity_v_person p ON p.city = b.city AND p.id = b.owner
WHERE b.city = $1 AND b.region >= $2 AND b.region < $3

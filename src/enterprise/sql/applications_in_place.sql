-- What businesses of a place asked for and wait for.
SELECT s.id, a.step, a.product, a.applied_on, a.id
FROM enterprise_application a JOIN enterprise_business b ON b.city = a.city AND b.id = a.business
JOIN enterprise_business s ON s.city = b.city AND s.id = coalesce(b.survivor, b.id)
WHERE a.city = $1 AND a.ended_on IS NULL AND s.region >= $2 AND s.region < $3

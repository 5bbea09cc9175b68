-- Where the business of a licence stands.
SELECT s.region FROM enterprise_licence t JOIN enterprise_business b ON b.city = t.city AND b.id = t.business
JOIN enterprise_business s ON s.city = b.city AND s.id = coalesce(b.survivor, b.id)
WHERE t.city = $1 AND t.id = $2

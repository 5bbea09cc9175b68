-- Names and owners of the businesses of a place that go on: of those with products, and how many have none.
SELECT b.id, b.name, b.owner, CASE WHEN EXISTS (SELECT 1 FROM enterprise_v_product p WHERE p.city = b.city AND p.business = b.id AND p.state = 'active') THEN 1 ELSE 0 END AS has_product
FROM enterprise_v_business b WHERE b.city = $1 AND b.closed_on IS NULL AND b.region >= $2 AND b.region < $3

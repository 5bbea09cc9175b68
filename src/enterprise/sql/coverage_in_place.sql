-- Which products each paper of a place was issued for.
SELECT c.licence, c.product FROM enterprise_coverage c
JOIN enterprise_v_product p ON p.city = c.city AND p.id = c.product
WHERE c.city = $1 AND p.region >= $2 AND p.region < $3

-- Which products of a business (and of those that it took up) each paper was issued for.
SELECT c.licence, c.product FROM enterprise_coverage c
JOIN enterprise_licence l ON l.city = c.city AND l.id = c.licence
JOIN enterprise_business b ON b.city = l.city AND b.id = l.business
WHERE c.city = $1 AND (b.id = $2 OR b.survivor = $2)

-- Purses of a year with what their approved plan has in each category, in up to four places and of one pokmas.
SELECT p.id, p.unit_code, p.unit_name, p.kelurahan, p.envelope, p.pokmas, l.category, sum(l.amount)
FROM programme_v_purse p JOIN planning_v_line l ON l.city = p.city AND l.purse = p.id
WHERE p.city = $1 AND p.year = $2 AND p.pokmas IS NOT NULL
    AND ((p.unit_code >= $3 AND p.unit_code < $4) OR (p.unit_code >= $5 AND p.unit_code < $6) OR (p.unit_code >= $7 AND p.unit_code < $8) OR (p.unit_code >= $9 AND p.unit_code < $10))
    AND ($11 = '' OR p.pokmas = $11)
GROUP BY p.id, p.unit_code, p.unit_name, p.kelurahan, p.envelope, p.pokmas, l.category ORDER BY p.unit_code, p.envelope, l.category

-- Whether a file was attached to a paper, product or application of a business, or of one that it took up.
SELECT f.kind FROM (
    SELECT 'licence' AS kind, t.id AS id, t.business AS business FROM enterprise_licence t WHERE t.city = $1 AND (t.file = $3 OR t.check_file = $3)
    UNION ALL
    SELECT 'application', t.id, t.business FROM enterprise_application t WHERE t.city = $1 AND t.file = $3
    UNION ALL
    SELECT 'consent', t.id, p.business FROM enterprise_consent t JOIN enterprise_product p ON p.city = t.city AND p.id = t.product WHERE t.city = $1 AND t.paper = $3
) f JOIN enterprise_business b ON b.city = $1 AND b.id = f.business
WHERE b.id = $2 OR b.survivor = $2 LIMIT 1

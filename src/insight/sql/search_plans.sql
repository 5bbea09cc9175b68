-- Plans of the places from $2 up to but not including $3; of the units of one pokmas ($4) or of all
-- @list
SELECT p.id AS id, p.year AS year, p.unit_code AS place, p.unit_name AS unit_name, p.kelurahan_name AS kelurahan, p.amount AS amount,
    lower(p.unit_name || ' ' || p.kelurahan_name) || ' ' || p.unit_code || ' ' || CAST(p.year AS TEXT) || ' rab' AS search
FROM planning_v_plan p
WHERE p.city = $1 AND p.unit_code >= $2 AND p.unit_code < $3
    AND (CAST($4 AS TEXT) = '' OR EXISTS (SELECT 1 FROM programme_v_purse o WHERE o.city = p.city AND o.year = p.year AND o.unit = p.unit AND o.pokmas = $4))

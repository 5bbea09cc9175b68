-- Purses of the places from $2 up to but not including $3, of one pokmas or of all
-- @list
SELECT id AS id, year AS year, envelope AS envelope, unit_code AS place, unit_name AS unit_name, coalesce(pokmas, '') AS pokmas,
    search || ' ' || envelope || ' ' || CAST(year AS TEXT) AS search
FROM programme_v_purse
WHERE city = $1 AND unit_code >= $2 AND unit_code < $3 AND (pokmas = $4 OR CAST($4 AS TEXT) = '')

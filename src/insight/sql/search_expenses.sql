-- Expenses of the places from $2 up to but not including $3, of one pokmas or of all
-- @list
SELECT id AS id, recorded_at AS recorded_at, number AS number, supplier_name AS supplier_name, description AS description, gross AS gross, occurred_on AS occurred_on, place AS place,
    pokmas AS pokmas, search AS search
FROM spending_v_expense
WHERE city = $1 AND place >= $2 AND place < $3 AND (pokmas = $4 OR CAST($4 AS TEXT) = '')

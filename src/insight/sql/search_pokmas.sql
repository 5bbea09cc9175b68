-- Pokmas of the places from $2 up to but not including $3, one when $4 names it
-- @list
SELECT id AS id, name AS name, place AS place, lower(name) || ' ' || place AS search
FROM payout_v_pokmas
WHERE city = $1 AND place >= $2 AND place < $3 AND (id = $4 OR CAST($4 AS TEXT) = '')

-- A region by its id, also when it is gone.
SELECT id, level, code, parent, name, valid_from, valid_until, households, example, latitude_e6, longitude_e6
FROM territory_region WHERE city = $1 AND id = $2

-- The region in force with a code.
SELECT id, level, code, parent, name, valid_from, valid_until, households, example, latitude_e6, longitude_e6
FROM territory_region WHERE city = $1 AND code = $2 AND valid_until IS NULL

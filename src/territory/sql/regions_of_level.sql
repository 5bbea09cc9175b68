-- Regions of a level in force on a day below a place: $4 is the place with a dot, or empty for the whole city.
SELECT id, level, code, parent, name, valid_from, valid_until, households, example, latitude_e6, longitude_e6
FROM territory_region
WHERE city = $1 AND level = $2 AND valid_from <= $3 AND (valid_until IS NULL OR valid_until > $3)
  AND (length($4) = 0 OR substr(code, 1, length($4)) = $4)
ORDER BY code

-- What a region came out of.
SELECT r.id, r.level, r.code, r.parent, r.name, r.valid_from, r.valid_until, r.households, r.example, r.latitude_e6, r.longitude_e6
FROM territory_succession s JOIN territory_region r ON r.city = s.city AND r.id = s.predecessor
WHERE s.city = $1 AND s.successor = $2 ORDER BY r.code

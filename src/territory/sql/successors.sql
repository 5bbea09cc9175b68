-- What came of a region.
SELECT r.id, r.level, r.code, r.parent, r.name, r.valid_from, r.valid_until, r.households, r.example, r.latitude_e6, r.longitude_e6
FROM territory_succession s JOIN territory_region r ON r.city = s.city AND r.id = s.successor
WHERE s.city = $1 AND s.predecessor = $2 ORDER BY r.code

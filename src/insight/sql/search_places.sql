-- Places in force with the name of their kelurahan, for the search field
-- @list
SELECT p.code AS id, p.level AS level, p.name AS name, k.name AS kelurahan, p.name_fold || ' ' || coalesce(k.name_fold, '') || ' ' || p.code AS search
FROM territory_v_place p
LEFT JOIN territory_v_place k ON k.city = p.city AND k.code = substr(p.code, 1, 13) AND k.level = 'kelurahan'
WHERE p.city = $1 AND p.level <> 'kota'

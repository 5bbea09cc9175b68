-- Kelurahan and RT for a citizen's search: the name of the kelurahan ($2 folded, may be empty), RW ($3) and RT ($4) with three digits or empty.
SELECT r.code, r.level, r.name, k.name
FROM territory_v_place r JOIN territory_v_place k ON k.city = r.city AND k.code = substr(r.code, 1, 13)
WHERE r.city = $1 AND r.level IN ('kelurahan', 'rt') AND k.level = 'kelurahan'
  AND (length($2) = 0 OR k.name_fold LIKE '%' || $2 || '%')
  AND (length($3) = 0 OR substr(r.code, 15, 3) = $3)
  AND (length($4) = 0 OR substr(r.code, 19, 3) = $4)
  AND (length($2) > 0 OR length($3) > 0 OR length($4) > 0)
ORDER BY r.code LIMIT 60

-- The register of kelurahan, RW and RT for the list page and its exports, also those that are gone; $2 the day they are asked for.
-- @list
SELECT code AS code, id AS id, level AS level, name AS name, parent AS parent, valid_from AS valid_from, valid_until AS valid_until, households AS households,
       CASE WHEN example THEN 'contoh' ELSE 'kota' END AS source, CASE WHEN valid_until IS NULL OR valid_until > $2 THEN 'berlaku' ELSE 'berakhir' END AS state,
       name_fold || ' ' || code AS search
FROM territory_region
WHERE city = $1 AND level IN ('kelurahan', 'rw', 'rt')

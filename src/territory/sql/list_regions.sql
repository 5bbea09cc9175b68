-- The register of regions in force, for the list page and its exports; $2 the place with a dot or empty, $3 the level or empty.
-- @list
SELECT code AS code, id AS id, level AS level, name AS name, parent AS parent, valid_from AS valid_from, households AS households,
       name_fold || ' ' || code AS search
FROM territory_region
WHERE city = $1 AND valid_until IS NULL AND (length($2) = 0 OR substr(code, 1, length($2)) = $2) AND (length($3) = 0 OR level = $3)

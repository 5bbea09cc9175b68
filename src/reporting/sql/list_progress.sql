-- Reports of progress of a year in up to four places.
-- @list
SELECT g.recorded_at AS recorded_at, g.id AS id, g.observed_on AS observed_on, g.unit_code AS unit_code, g.unit_name AS unit_name, p.envelope AS envelope, g.activity AS activity,
    CAST(g.stage AS BIGINT) AS stage, g.note AS note, g.recorded_name AS recorded_name, p.kelurahan AS kelurahan,
    lower(g.unit_name) || ' ' || g.unit_code || ' ' || lower(g.activity) || ' ' || lower(g.recorded_name) AS search
FROM reporting_progress g
JOIN programme_v_purse p ON p.city = g.city AND p.id = g.purse
WHERE g.city = $1 AND g.year = $2
    AND ((g.unit_code >= $3 AND g.unit_code < $4) OR (g.unit_code >= $5 AND g.unit_code < $6) OR (g.unit_code >= $7 AND g.unit_code < $8) OR (g.unit_code >= $9 AND g.unit_code < $10))

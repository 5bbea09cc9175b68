-- Years with their state.
-- @list
SELECT CAST(y.year AS TEXT) AS year, y.id AS id, y.scheme AS scheme, y.state AS state, y.opened_on AS opened_on, y.closed_on AS closed_on, lower(y.scheme) || ' ' || CAST(y.year AS TEXT) AS search
FROM programme_v_year y
WHERE y.city = $1

-- All years, newest first.
SELECT year, id, pack_version, scheme, opened_on, closed_on, state FROM programme_v_year WHERE city = $1 ORDER BY year DESC

-- One year with its state.
SELECT year, id, pack_version, scheme, opened_on, closed_on, state FROM programme_v_year WHERE city = $1 AND year = $2

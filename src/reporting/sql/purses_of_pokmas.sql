-- Purses that a pokmas holds in a year, by unit.
SELECT id, envelope, unit, unit_code, unit_name, kelurahan, state FROM programme_v_purse WHERE city = $1 AND year = $2 AND pokmas = $3 ORDER BY unit_code, position

-- The purses of a unit in a year, in the pack's order.
SELECT id, year, envelope, unit, unit_code, unit_name, kelurahan, pokmas, state FROM programme_v_purse
WHERE city = $1 AND unit = $2 AND year = $3 ORDER BY position

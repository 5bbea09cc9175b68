-- The purses whose unit code lies in a range, by code and the pack's order.
SELECT id, year, envelope, unit, unit_code, unit_name, kelurahan, pokmas, state FROM programme_v_purse
WHERE city = $1 AND year = $2 AND unit_code >= $3 AND unit_code < $4 ORDER BY unit_code, position

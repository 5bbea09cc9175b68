-- One purse by its id.
SELECT id, year, envelope, unit, unit_code, unit_name, kelurahan, pokmas, state FROM programme_v_purse WHERE city = $1 AND id = $2

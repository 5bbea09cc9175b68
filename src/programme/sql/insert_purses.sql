-- What new purses are called.
INSERT INTO programme_purse (city, id, year, envelope, position, unit, unit_code, unit_name, kelurahan, search, opened_at) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

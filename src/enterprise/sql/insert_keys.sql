-- What doubles of businesses have in common.
INSERT INTO enterprise_key (city, key, business, batch) VALUES
-- @rows
($1, $2, $3, $4)

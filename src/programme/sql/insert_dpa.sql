-- A kelurahan's DPA or its change.
INSERT INTO programme_dpa (city, id, year, kelurahan, envelope, amount, change, number, dated, recorded_at, recorded_by) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

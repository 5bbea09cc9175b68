-- Why ceilings changed.
INSERT INTO programme_change (city, id, year, kind, purse, other_purse, entry, amount, number, dated, reason, recorded_at, recorded_by) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)

-- Standard prices; the same item, place and first day is the same row
INSERT INTO planning_price (city, id, year, place, item, item_fold, unit, unit_fold, price, source, valid_from, valid_until, entered_by, recorded_at)
VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
ON CONFLICT (city, year, item_fold, unit_fold, place, valid_from) DO UPDATE
SET item = excluded.item, unit = excluded.unit, price = excluded.price, source = excluded.source, valid_until = excluded.valid_until, entered_by = excluded.entered_by,
    recorded_at = excluded.recorded_at

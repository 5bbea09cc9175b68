-- Groups of a month as they are shown from now on.
INSERT INTO turnover_published (city, month, breakdown, group_key, shown, businesses, quarter, median, three_quarters, mix, taken_at) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (city, month, breakdown, group_key) DO UPDATE SET shown = excluded.shown, businesses = excluded.businesses, quarter = excluded.quarter, median = excluded.median,
    three_quarters = excluded.three_quarters, mix = excluded.mix, taken_at = excluded.taken_at

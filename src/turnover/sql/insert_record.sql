-- A record of what was sold, or what replaces one.
INSERT INTO turnover_record (city, id, business, region, from_day, to_day, channel, method, amount, units, selling_days, note, file, source, flags, own_book, corrects, withdrawn, reason, recorded_by,
    recorded_by_name, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)

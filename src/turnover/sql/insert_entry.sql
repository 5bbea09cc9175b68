-- A line of the owner's cash book.
INSERT INTO turnover_entry (city, id, business, on_day, kind, channel, cost, amount, note, entered_by, entered_by_name, entered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

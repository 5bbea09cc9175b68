-- What a participant made.
INSERT INTO training_result (city, id, seat, product, pieces, cost, price, cost_sheet, photo, entered_by, entered_by_name, entered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

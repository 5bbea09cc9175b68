-- What a participant made, the newest first.
SELECT id, seat, product, pieces, cost, price, cost_sheet, photo, entered_by_name, entered_at FROM training_result WHERE city = $1 AND seat = $2 ORDER BY id DESC

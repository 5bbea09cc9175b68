-- What is taught changes.
UPDATE training_topic SET name = $3, name_fold = $4, category = $5, product_kind = $6, curriculum = $7, hours = $8, seat_cost = $9, cost_note = $10, version = version + 1 WHERE city = $1 AND code = $2

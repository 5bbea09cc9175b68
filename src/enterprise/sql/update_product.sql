-- What a form says of a product now.
UPDATE enterprise_product SET name = $3, name_fold = $4, brand = $5, kind = $6, kbli_edition = $7, kbli_code = $8, net_milli = $9, unit = $10, packaging = $11, food = $12, price_retail = $13,
    price_wholesale = $14, cost = $15, capacity_month = $16, batch_min = $17, shelf_days = $18, process = $19, ingredients = $20, allergens = $21, recipe_changed_on = $22, gtin = $23,
    label_text = $24, label_status = $25, version = version + 1, changed_at = $26
WHERE city = $1 AND id = $2

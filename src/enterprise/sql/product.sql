-- A product.
SELECT id, business, code, name, brand, kind, kbli_edition, kbli_code, net_milli, unit, packaging, food, price_retail, price_wholesale, cost, capacity_month, batch_min, shelf_days, process,
    ingredients, allergens, recipe_changed_on, gtin, label_text, label_status, state, stopped_on, stopped_reason, example, version, entered_by_name, entered_at
FROM enterprise_product WHERE city = $1 AND id = $2

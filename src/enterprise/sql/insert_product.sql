-- A new product.
INSERT INTO enterprise_product (city, id, business, code, name, name_fold, brand, kind, kbli_edition, kbli_code, net_milli, unit, packaging, food, price_retail, price_wholesale, cost,
    capacity_month, batch_min, shelf_days, process, ingredients, allergens, gtin, label_text, label_status, state, stopped_reason, example, version, entered_by, entered_by_name, entered_at, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, 'active', '', $27, 1, $28, $29, $30, $30)

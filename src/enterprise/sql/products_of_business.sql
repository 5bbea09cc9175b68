-- Products of a business and of those that it took up, by name; stopped ones last.
SELECT p.id, p.business, p.code, p.name, p.brand, p.kind, p.kbli_edition, p.kbli_code, p.net_milli, p.unit, p.packaging, p.food, p.price_retail, p.price_wholesale, p.cost, p.capacity_month,
    p.batch_min, p.shelf_days, p.process, p.ingredients, p.allergens, p.recipe_changed_on, p.gtin, p.label_text, p.label_status, p.state, p.stopped_on, p.stopped_reason, p.example, p.version,
    p.entered_by_name, p.entered_at
FROM enterprise_product p JOIN enterprise_business b ON b.city = p.city AND b.id = p.business
WHERE p.city = $1 AND (b.id = $2 OR b.survivor = $2) ORDER BY p.state, p.name_fold, p.id

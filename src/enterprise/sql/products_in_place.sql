-- Products of a place that are made now, by business.
SELECT v.id, v.business, v.name, v.kind, v.packaging, v.food, v.shelf_days, p.recipe_changed_on, v.entered_at, v.region, v.kelurahan
FROM enterprise_v_product v JOIN enterprise_product p ON p.city = v.city AND p.id = v.id
WHERE v.city = $1 AND v.state = 'active' AND v.region >= $2 AND v.region < $3 ORDER BY v.business, v.name_fold, v.id

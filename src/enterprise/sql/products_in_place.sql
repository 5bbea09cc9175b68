-- Products of a place that are made now, at the business that stands for itself.
SELECT p.id, s.id, p.name, p.kind, p.packaging, p.food, p.shelf_days, p.recipe_changed_on, p.entered_at, s.region, s.kelurahan, s.name, s.owner, p.gtin, p.label_status,
    CASE WHEN s.closed_on IS NULL THEN 0 ELSE 1 END AS closed
FROM enterprise_product p
JOIN enterprise_business b ON b.city = p.city AND b.id = p.business
JOIN enterprise_business s ON s.city = b.city AND s.id = coalesce(b.survivor, b.id)
WHERE p.city = $1 AND p.state = 'active' AND s.region >= $2 AND s.region < $3

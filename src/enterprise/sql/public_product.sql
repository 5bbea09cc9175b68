-- A product that its owner lets everybody see, by its short code.
SELECT v.id, v.business, v.name, v.brand, v.kind, v.net_milli, v.unit, v.price_retail, p.ingredients, p.allergens, v.shelf_days, v.kelurahan, c.contact, v.example
FROM enterprise_v_product v
JOIN enterprise_product p ON p.city = v.city AND p.id = v.id
JOIN enterprise_business b ON b.city = v.city AND b.id = v.business
JOIN enterprise_consent c ON c.city = v.city AND c.product = v.id AND c.withdrawn_at IS NULL
WHERE v.city = $1 AND v.code = $2 AND v.state = 'active' AND b.closed_on IS NULL

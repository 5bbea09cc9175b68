-- Products that their owners let everybody see. Nothing about a person is in it.
-- @list
SELECT v.name_fold AS name_fold, v.id AS id, v.code AS code, v.name AS name, v.brand AS brand, v.kind AS kind, v.net_milli AS net_milli, v.unit AS unit, v.price_retail AS price_retail,
    v.kelurahan AS kelurahan, (SELECT f.sha256 FROM enterprise_photo f WHERE f.city = v.city AND f.product = v.id ORDER BY f.place, f.added_at, f.sha256 LIMIT 1) AS photo,
    v.name_fold || ' ' || lower(v.brand) AS search
FROM enterprise_consent c
JOIN enterprise_v_product v ON v.city = c.city AND v.id = c.product
JOIN enterprise_business b ON b.city = v.city AND b.id = v.business
WHERE c.city = $1 AND c.withdrawn_at IS NULL AND v.state = 'active' AND b.closed_on IS NULL

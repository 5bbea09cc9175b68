-- Products in up to four places.
-- @list
SELECT v.name_fold AS name_fold, v.id AS id, v.name AS name, v.business AS business, v.business_name AS business_name, v.kind AS kind, v.net_milli AS net_milli, v.unit AS unit,
    v.price_retail AS price_retail, v.shelf_days AS shelf_days, v.capacity_month AS capacity_month, v.label_status AS label_status, v.is_public AS is_public, v.state AS state, v.region AS region,
    v.kelurahan AS kelurahan,
    (SELECT count(DISTINCT l.kind) FROM enterprise_licence l
     WHERE l.city = v.city AND l.retired_at IS NULL AND l.result = 'issued' AND l.worst <> 'error'
         AND l.business IN (SELECT v.business UNION ALL SELECT s.id FROM enterprise_business s WHERE s.city = v.city AND s.survivor = v.business)) AS proven,
    (SELECT f.sha256 FROM enterprise_photo f WHERE f.city = v.city AND f.product = v.id ORDER BY f.place, f.added_at, f.sha256 LIMIT 1) AS photo,
    v.name_fold || ' ' || lower(v.brand) || ' ' || lower(v.business_name) AS search
FROM enterprise_v_product v
WHERE v.city = $1
    AND ((v.region >= $2 AND v.region < $3) OR (v.region >= $4 AND v.region < $5) OR (v.region >= $6 AND v.region < $7) OR (v.region >= $8 AND v.region < $9))

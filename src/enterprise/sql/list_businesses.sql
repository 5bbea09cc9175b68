-- Businesses in up to four places. The index of places is kept out: a page goes along the names until it is full, the whole city is not sorted for it.
-- @list
SELECT b.name_fold AS name_fold, b.id AS id, b.name AS name, b.brand AS brand, b.owner AS owner, p.name AS owner_name, p.name_fold AS owner_fold, p.phone_sealed AS phone_sealed,
    b.activity AS activity, b.kbli_edition AS kbli_edition, b.kbli_code AS kbli_code, b.place_kind AS place_kind, b.region AS region, b.kelurahan AS kelurahan, coalesce(b.class, 'unknown') AS class,
    CASE WHEN b.closed_on IS NOT NULL THEN 'closed' WHEN b.seasonal THEN 'seasonal' ELSE 'active' END AS status, b.standing AS standing, b.started_month AS started_month, b.as_of AS as_of,
    (SELECT count(*) FROM enterprise_licence l WHERE l.city = b.city AND l.business = b.id AND l.retired_at IS NULL AND l.result = 'issued') AS verified,
    (SELECT count(*) FROM enterprise_licence l WHERE l.city = b.city AND l.business = b.id AND l.retired_at IS NULL) AS licences
FROM enterprise_business b JOIN identity_v_person p ON p.city = b.city AND p.id = b.owner
WHERE b.city = $1 AND b.survivor IS NULL
    AND ((b.region || '' >= $2 AND b.region || '' < $3) OR (b.region || '' >= $4 AND b.region || '' < $5) OR (b.region || '' >= $6 AND b.region || '' < $7)
        OR (b.region || '' >= $8 AND b.region || '' < $9))

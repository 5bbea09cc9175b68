-- What is compared of those who share a key with a batch and stand for themselves.
SELECT b.id, b.owner, b.name, p.name, p.phone_lookup, p.nik_lookup, b.kbli_edition, b.kbli_code, b.activity, b.region, b.kelurahan, b.place_kind
FROM enterprise_business b JOIN identity_v_person p ON p.city = b.city AND p.id = b.owner
WHERE b.city = $1 AND b.survivor IS NULL AND b.id IN (SELECT k.business FROM enterprise_key k
    JOIN (SELECT DISTINCT key FROM enterprise_key WHERE city = $1 AND batch = $2) own ON own.key = k.key WHERE k.city = $1)

-- Businesses of one key that stand for themselves, for comparing with a claim.
SELECT b.id, b.owner, b.name, p.name, p.phone_lookup, p.nik_lookup, b.kbli_edition, b.kbli_code, b.activity, b.region, b.kelurahan, b.place_kind
FROM enterprise_key k
JOIN enterprise_business b ON b.city = k.city AND b.id = k.business
JOIN identity_v_person p ON p.city = b.city AND p.id = b.owner
WHERE k.city = $1 AND k.key = $2 AND b.survivor IS NULL LIMIT $3

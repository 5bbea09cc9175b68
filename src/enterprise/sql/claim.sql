-- A claim.
SELECT id, name, phone_sealed, phone_lookup, business_name, activity, place_kind, region, kelurahan, recorded_before, note, consent_on, claimed_at, business, decided_by_name, decided_at, decided_reason
FROM enterprise_claim WHERE city = $1 AND id = $2

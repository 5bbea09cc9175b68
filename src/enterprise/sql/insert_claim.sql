-- Somebody without an account says that a business is theirs.
INSERT INTO enterprise_claim (city, id, name, name_fold, phone_sealed, phone_lookup, business_name, activity, place_kind, region, kelurahan, recorded_before, note, consent_on, claimed_at,
    decided_by_name, decided_reason, example)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', '', $16)

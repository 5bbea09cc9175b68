-- A person.
INSERT INTO identity_person (city, id, name, name_fold, nip, region, phone_sealed, phone_lookup, nik_sealed, nik_lookup, example, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

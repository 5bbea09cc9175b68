-- Many persons.
INSERT INTO identity_person (city, id, name, name_fold, nip, region, phone_sealed, phone_lookup, nik_sealed, nik_lookup, example, created_at) VALUES
-- @rows
($1, $2, $3, $4, NULL, $5, $6, $7, $8, $9, $10, $11)

-- A person.
SELECT id, name, nip, region, phone_sealed, nik_sealed, example FROM identity_person WHERE city = $1 AND id = $2

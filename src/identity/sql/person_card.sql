-- A person with the keyed hashes of the numbers.
SELECT name, region, phone_sealed, phone_lookup, nik_sealed, nik_lookup, example FROM identity_person WHERE city = $1 AND id = $2

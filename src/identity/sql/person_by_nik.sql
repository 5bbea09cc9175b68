-- Who has this NIK, by its keyed hash.
SELECT id, name FROM identity_person WHERE city = $1 AND nik_lookup = $2

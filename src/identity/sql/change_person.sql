-- Another name, place or number of a person.
UPDATE identity_person SET name = $3, name_fold = $4, region = $5, phone_sealed = $6, phone_lookup = $7, nik_sealed = $8, nik_lookup = $9 WHERE city = $1 AND id = $2

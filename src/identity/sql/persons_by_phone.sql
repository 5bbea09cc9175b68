-- Who has this phone number, by its keyed hash.
SELECT id, name_fold FROM identity_person WHERE city = $1 AND phone_lookup = $2

-- What a form says of a person now.
UPDATE enterprise_person SET sex = $3, birth_date = $4, address = $5, no_nik = $6, no_nik_note = $7, consent_on = $8, version = version + 1 WHERE city = $1 AND id = $2

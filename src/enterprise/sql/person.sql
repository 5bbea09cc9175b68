-- What identity does not know of a person.
SELECT sex, birth_date, address, no_nik, no_nik_note, consent_on, version FROM enterprise_person WHERE city = $1 AND id = $2

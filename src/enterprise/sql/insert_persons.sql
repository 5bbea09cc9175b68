-- What identity does not know of persons.
INSERT INTO enterprise_person (city, id, sex, birth_date, address, no_nik, no_nik_note, consent_on, version, entered_by, entered_at) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)

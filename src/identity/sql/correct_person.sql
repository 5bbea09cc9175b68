-- Name, NIP and, where a new one was typed, the phone number of a person.
UPDATE identity_person SET name = $3, name_fold = $4, nip = $5, phone_sealed = COALESCE($6, phone_sealed), phone_lookup = COALESCE($7, phone_lookup)
WHERE city = $1 AND id = $2

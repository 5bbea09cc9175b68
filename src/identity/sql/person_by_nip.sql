-- Who has this NIP.
SELECT id FROM identity_person WHERE city = $1 AND nip = $2 ORDER BY created_at, id LIMIT 1

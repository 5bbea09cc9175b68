-- The lurah confirms ($3 false) or refuses ($3 true) what the secretary entered; nothing when it was decided already.
UPDATE identity_grant SET awaits_confirmation = FALSE, refused = $3, decided_by = $4, decided_at = $5
WHERE city = $1 AND id = $2 AND awaits_confirmation AND NOT refused

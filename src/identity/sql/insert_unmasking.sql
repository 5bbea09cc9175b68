-- Who looked at whose number and why.
INSERT INTO identity_unmasking (city, id, app_user, person, field, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)

-- A role for a person.
INSERT INTO identity_grant (city, id, person, role, place, pokmas, decree, valid_from, valid_until, acting, awaits_confirmation, entered_by, created_at, refused)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, FALSE)

-- A proposed or placed hold.
INSERT INTO programme_hold (city, id, scope, scope_id, scope_name, kinds, reason, letter, letter_on, signatory, from_on, review_on, made_at, made_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

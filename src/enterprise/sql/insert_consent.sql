-- The owner lets a product be shown.
INSERT INTO enterprise_consent (city, id, product, given_on, given_by, paper, contact, entered_by, entered_by_name, entered_at, withdrawn_by_name, withdrawn_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '')

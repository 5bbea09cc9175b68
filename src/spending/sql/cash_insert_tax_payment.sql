-- A tax payment with its number.
INSERT INTO spending_tax_payment (city, id, pokmas, entry, kind, number, paid_on, paid_from, amount, proof, recorded_at, recorded_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

-- A supplier that nobody named before.
INSERT INTO spending_supplier (city, id, name, name_fold, npwp, pkp, suket, suket_until, phone, example, created_at, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)

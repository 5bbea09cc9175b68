-- The supplier of this name, with this tax number where one is given.
SELECT id, name, npwp, pkp, suket, suket_until FROM spending_supplier
WHERE city = $1 AND name_fold = $2 AND ($3 = '' OR npwp = $3) ORDER BY created_at, id LIMIT 1

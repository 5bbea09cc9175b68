-- A supplier.
SELECT id, name, npwp, pkp, suket, suket_until FROM spending_supplier WHERE city = $1 AND id = $2

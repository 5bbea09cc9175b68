-- The name of a supplier.
SELECT name FROM spending_supplier WHERE city = $1 AND id = $2

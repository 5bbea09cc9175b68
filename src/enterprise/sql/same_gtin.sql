-- Products under one bar code.
SELECT id, name FROM enterprise_product WHERE city = $1 AND gtin = $2

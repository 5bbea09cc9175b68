-- A business and all that it took up lead to another now.
UPDATE enterprise_business SET survivor = $3 WHERE city = $1 AND (id = $2 OR survivor = $2)

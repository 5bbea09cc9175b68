-- What may change without being another region: its name and its size.
UPDATE territory_region SET name = $3, name_fold = $4, households = $5 WHERE city = $1 AND id = $2

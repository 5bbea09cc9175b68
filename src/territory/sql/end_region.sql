-- The region's last day is the day before $3.
UPDATE territory_region SET valid_until = $3 WHERE city = $1 AND id = $2 AND valid_until IS NULL

-- The standard price of an item: the nearest place first, then the newest
SELECT price FROM planning_price
WHERE city = $1 AND year = $2 AND item_fold = $3 AND unit_fold = $4 AND valid_from <= $5 AND (valid_until IS NULL OR valid_until >= $5)
    AND (place = '' OR place = $6 OR substr(CAST($6 AS TEXT), 1, length(place) + 1) = place || '.')
ORDER BY length(place) DESC, valid_from DESC LIMIT 1

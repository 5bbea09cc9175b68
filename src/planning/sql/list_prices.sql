-- Standard prices of a year
-- @list
SELECT q.item_fold AS item_fold, q.id AS id, q.item AS item, q.unit AS unit, q.price AS price, q.place AS place, q.source AS source, q.valid_from AS valid_from, q.valid_until AS valid_until,
    q.item_fold AS search
FROM planning_price q
WHERE q.city = $1 AND q.year = $2

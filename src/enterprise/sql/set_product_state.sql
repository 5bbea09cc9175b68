-- A product is made no longer, or again ($4 NULL).
UPDATE enterprise_product SET state = $3, stopped_on = $4, stopped_reason = $5, version = version + 1, changed_at = $6 WHERE city = $1 AND id = $2

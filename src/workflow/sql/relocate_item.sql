-- Passes an item to another place or pokmas.
UPDATE workflow_item SET place = $4, pokmas = $5, version = version + 1
WHERE city = $1 AND machine = $2 AND subject = $3

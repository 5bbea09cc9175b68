-- Moves an item that nobody moved meanwhile.
UPDATE workflow_item SET state = $4, version = version + 1, waits_for = $5, due = $6, since = $7
WHERE city = $1 AND id = $2 AND version = $3

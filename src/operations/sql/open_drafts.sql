-- Ids of what waits for a user to be mended.
SELECT id FROM operations_draft WHERE city = $1 AND app_user = $2 AND ended_at IS NULL ORDER BY received_at DESC, id DESC

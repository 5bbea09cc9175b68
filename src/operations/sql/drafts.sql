-- What waits for a user to be mended, newest first.
SELECT id, operation, title, kind, input, error, device, made_at, received_at FROM operations_draft
WHERE city = $1 AND app_user = $2 AND ended_at IS NULL ORDER BY received_at DESC, id DESC LIMIT 200

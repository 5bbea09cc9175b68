-- One draft of a user.
SELECT id, operation, title, kind, input, error, device, made_at, received_at FROM operations_draft WHERE city = $1 AND app_user = $2 AND id = $3 AND ended_at IS NULL

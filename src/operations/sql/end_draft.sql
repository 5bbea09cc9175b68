-- A draft was sent after all, or given up.
UPDATE operations_draft SET ended_at = $4, ended_how = $5 WHERE city = $1 AND app_user = $2 AND id = $3 AND ended_at IS NULL

-- A refused item of a phone; sent again and refused again, the newest refusal stands.
INSERT INTO operations_draft (city, app_user, id, operation, title, kind, input, error, device, made_at, received_at, ended_at, ended_how)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, NULL)
ON CONFLICT (city, app_user, id) DO UPDATE SET kind = excluded.kind, input = excluded.input, error = excluded.error, title = excluded.title, received_at = excluded.received_at,
    ended_at = NULL, ended_how = NULL

-- Who looked the number up to call.
UPDATE followup_visit SET phone_shown_at = $3, phone_shown_to = $4 WHERE city = $1 AND id = $2

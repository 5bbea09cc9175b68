-- A visit came onto somebody's list.
UPDATE followup_visit SET opened_at = $3 WHERE city = $1 AND id = $2

-- What a user entered and is under way.
SELECT id, machine, subject, title, state, version, place, pokmas, waits_for, due, since, entered_by
FROM workflow_item WHERE city = $1 AND entered_by = $2 AND waits_for <> '' ORDER BY since DESC, id DESC LIMIT $3

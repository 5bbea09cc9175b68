-- An item by its subject.
SELECT id, machine, subject, title, state, version, place, pokmas, waits_for, due, since, entered_by
FROM workflow_item WHERE city = $1 AND machine = $2 AND subject = $3

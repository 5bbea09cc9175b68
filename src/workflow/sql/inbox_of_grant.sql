-- What waits for one grant, eight of its permissions at a time.
SELECT id, machine, subject, title, state, version, place, pokmas, waits_for, due, since, entered_by
FROM workflow_item
WHERE city = $1 AND waits_for IN ($2, $3, $4, $5, $6, $7, $8, $9) AND place >= $10 AND place < $11 AND (pokmas = $12 OR CAST($12 AS TEXT) = '')
ORDER BY due NULLS LAST, since, id LIMIT $13

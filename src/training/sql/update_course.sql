-- What the plan says changes.
UPDATE training_course SET topic = $3, title = $4, title_fold = $5, venue = $6, quota = $7, call_from = $8, call_until = $9, facilitator = $10, facilitator_name = $11, target = $12, legality = $13,
    version = version + 1
WHERE city = $1 AND id = $2

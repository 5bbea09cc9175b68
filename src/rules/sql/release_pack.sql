-- The second person's decision
UPDATE rules_pack SET released_by = $4, released_person = $5, released_at = $6, letter = $7, letter_date = $8
WHERE city = $1 AND year = $2 AND version = $3 AND released_at IS NULL

-- The letter that opened the year, and the pack that it was opened with.
UPDATE programme_year SET opened_on = $3, open_letter = $4, pack_version = $5 WHERE city = $1 AND year = $2

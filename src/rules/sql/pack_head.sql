-- One version without its text
SELECT year, version, hash, note, loaded_person, loaded_at, released_person, released_at, letter, letter_date
FROM rules_pack WHERE city = $1 AND year = $2 AND version = $3

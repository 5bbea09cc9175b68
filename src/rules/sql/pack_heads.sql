-- Every version of every year, newest first
SELECT year, version, hash, note, loaded_person, loaded_at, released_person, released_at, letter, letter_date
FROM rules_pack WHERE city = $1 ORDER BY year DESC, version DESC

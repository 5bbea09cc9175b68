-- A draft that was discarded.
DELETE FROM programme_year WHERE city = $1 AND year = $2

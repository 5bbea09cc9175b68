-- What finds businesses and persons.
INSERT INTO enterprise_word (city, kind, word, subject) VALUES
-- @rows
($1, $2, $3, $4)

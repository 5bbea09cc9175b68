-- A holder of a pokmas by id.
SELECT name FROM spending_holder WHERE city = $1 AND pokmas = $2 AND id = $3

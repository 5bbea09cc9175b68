-- The newest count of a pokmas.
SELECT counted_on, book, counted FROM spending_count WHERE city = $1 AND pokmas = $2 ORDER BY counted_on DESC, id DESC LIMIT 1

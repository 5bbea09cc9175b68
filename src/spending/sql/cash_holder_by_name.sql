-- A holder of a pokmas by folded name.
SELECT id FROM spending_holder WHERE city = $1 AND pokmas = $2 AND name_fold = $3 ORDER BY id

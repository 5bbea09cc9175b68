-- Everybody known at a pokmas, by name.
SELECT id, name FROM spending_holder WHERE city = $1 AND pokmas = $2 ORDER BY name_fold, id

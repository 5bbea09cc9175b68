-- The names pass with the money: from one pokmas to another.
INSERT INTO spending_holder (city, pokmas, id, name, name_fold)
SELECT city, $3, id, name, name_fold FROM spending_holder WHERE city = $1 AND pokmas = $2
ON CONFLICT (city, pokmas, id) DO NOTHING

-- Where a trainer's papers belong.
SELECT c.unit_code, c.pokmas FROM training_trainer t JOIN training_course c ON c.city = t.city AND c.id = t.course WHERE t.city = $1 AND t.id = $2

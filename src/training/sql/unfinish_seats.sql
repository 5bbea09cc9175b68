-- The meetings go on: who had finished takes part again.
UPDATE training_seat SET state = 'selected', version = version + 1 WHERE city = $1 AND course = $2 AND state = 'finished'

-- Finished: why the person was chosen, and by whom, stays.
UPDATE training_seat SET state = 'finished', version = version + 1 WHERE city = $1 AND id = $2

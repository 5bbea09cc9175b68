-- What became of somebody who finished.
UPDATE training_seat SET outcome = $3, business = $4, outcome_reason = $5, version = version + 1 WHERE city = $1 AND id = $2

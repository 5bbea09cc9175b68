-- It was sent once more.
UPDATE reporting_lpj SET rounds = rounds + 1, submitted_on = $3 WHERE city = $1 AND id = $2 RETURNING rounds

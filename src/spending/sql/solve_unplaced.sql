-- How it was solved.
UPDATE spending_unplaced SET state = $3, expense = $4, solved_on = $5 WHERE city = $1 AND id = $2 AND state = 'open'

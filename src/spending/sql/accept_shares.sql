-- What is left of every share is accepted.
UPDATE spending_share SET accepted = amount - undone WHERE city = $1 AND expense = $2

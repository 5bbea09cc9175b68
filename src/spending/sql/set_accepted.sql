-- Accepted on a day.
UPDATE spending_expense SET accepted_on = $3 WHERE city = $1 AND id = $2

-- A part of an expense did not stay.
UPDATE spending_expense SET undone = undone + $3 WHERE city = $1 AND id = $2

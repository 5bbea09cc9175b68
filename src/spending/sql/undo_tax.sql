-- A part of a tax is owed no more, for its purchase was undone.
UPDATE spending_tax SET undone = undone + $4 WHERE city = $1 AND expense = $2 AND key = $3

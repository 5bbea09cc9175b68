-- A part of a share did not stay: $4 of it, of which $5 was accepted.
UPDATE spending_share SET undone = undone + $4, accepted = accepted - $5 WHERE city = $1 AND expense = $2 AND position = $3

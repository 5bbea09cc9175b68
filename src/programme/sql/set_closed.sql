-- The letter that closed the year.
UPDATE programme_year SET closed_on = $3, close_letter = $4 WHERE city = $1 AND year = $2

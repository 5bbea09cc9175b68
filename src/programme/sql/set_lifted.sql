-- The second decision.
UPDATE programme_hold SET lift_letter = $3, lifted_on = $4 WHERE city = $1 AND id = $2

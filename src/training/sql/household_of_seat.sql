-- The sealed number of a family card.
SELECT household_sealed FROM training_seat WHERE city = $1 AND id = $2

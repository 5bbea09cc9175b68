-- A trainer who does not teach after all.
DELETE FROM training_trainer WHERE city = $1 AND id = $2

-- A business stands for itself again.
UPDATE enterprise_business SET survivor = NULL WHERE city = $1 AND id = $2

-- The seat that a certificate in force was given for.
SELECT id FROM training_seat WHERE city = $1 AND certificate_code = $2

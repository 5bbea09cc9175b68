-- A participant's certificate, if there is one.
SELECT certificate_number, certificate_code FROM training_seat WHERE city = $1 AND id = $2

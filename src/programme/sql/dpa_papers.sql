-- The latest DPA paper of each kelurahan in a year: rows in the order of recording, the last of a kelurahan counts.
SELECT kelurahan, number, dated FROM programme_dpa WHERE city = $1 AND year = $2 ORDER BY kelurahan, id

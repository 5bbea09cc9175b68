-- What heads the city's papers.
UPDATE territory_city SET name = $2, letterhead = $3 WHERE city = $1

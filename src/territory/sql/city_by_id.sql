-- One city.
SELECT city, code, name, zone, letterhead, example, example_today, example_set_on FROM territory_city WHERE city = $1

-- Who is in office.
SELECT position, person, from_on FROM payout_officer WHERE city = $1 AND pokmas = $2 AND until_on IS NULL ORDER BY from_on, person

-- Who was in office on a day; the day of leaving is the successor's.
SELECT position, person, from_on FROM payout_officer WHERE city = $1 AND pokmas = $2 AND from_on <= $3 AND (until_on IS NULL OR until_on > $3) ORDER BY from_on, person

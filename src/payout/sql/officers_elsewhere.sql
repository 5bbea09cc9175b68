-- Officers of a group who are in office in another one.
SELECT o.person, o.position, p.id, p.name, x.position
FROM payout_officer o
JOIN payout_officer x ON x.city = o.city AND x.person = o.person AND x.pokmas <> o.pokmas AND x.until_on IS NULL
JOIN payout_pokmas p ON p.city = x.city AND p.id = x.pokmas
WHERE o.city = $1 AND o.pokmas = $2 AND o.until_on IS NULL ORDER BY o.person, p.id

-- Businesses of up to four places that go on and of which no product is recorded; the index of places is kept out, as in the list of businesses.
-- @list
SELECT b.name_fold AS name_fold, b.id AS id, b.name AS name, b.activity AS activity, b.region AS region, b.kelurahan AS kelurahan, b.name_fold AS search
FROM enterprise_v_business b
WHERE b.city = $1 AND b.closed_on IS NULL AND b.id NOT IN (SELECT m.business FROM enterprise_v_maker m WHERE m.city = $1)
    AND ((b.region || '' >= $2 AND b.region || '' < $3) OR (b.region || '' >= $4 AND b.region || '' < $5) OR (b.region || '' >= $6 AND b.region || '' < $7) OR (b.region || '' >= $8 AND b.region || '' < $9))

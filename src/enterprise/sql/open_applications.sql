-- What a business (and those that it took up) asked for of one kind and waits for.
SELECT a.id, a.product, a.applied_on, a.number FROM enterprise_application a JOIN enterprise_business b ON b.city = a.city AND b.id = a.business
WHERE a.city = $1 AND (b.id = $2 OR b.survivor = $2) AND a.step = $3 AND a.ended_on IS NULL

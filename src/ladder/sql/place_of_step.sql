-- Where the business of a step lies.
SELECT b.region FROM ladder_step t JOIN enterprise_v_standing s ON s.city = t.city AND s.id = t.business JOIN enterprise_v_business b ON b.city = s.city AND b.id = s.standing
WHERE t.city = $1 AND t.id = $2

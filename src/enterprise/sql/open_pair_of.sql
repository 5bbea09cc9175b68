-- The pair of two businesses, the smaller id first, that nobody decided.
SELECT id FROM enterprise_pair WHERE city = $1 AND a = $2 AND b = $3 AND state = 'open'

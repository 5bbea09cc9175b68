-- Businesses that stand for themselves with this name, for a list that names them.
SELECT id, region FROM enterprise_v_business WHERE city = $1 AND name_fold = $2 ORDER BY id LIMIT 50

-- What a business and those that it took up have by month, channel and method.
-- @list
SELECT m.month AS month, m.month || '.' || m.channel || '.' || m.method || '.' || m.business AS id, m.channel AS channel, m.method AS method, m.amount AS amount, m.days AS days
FROM turnover_month m
WHERE m.city = $1 AND m.business IN (SELECT id FROM enterprise_v_standing WHERE city = $1 AND id = $2 UNION ALL SELECT id FROM enterprise_v_standing WHERE city = $1 AND survivor = $2)

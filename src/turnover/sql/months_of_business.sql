-- What a business and those that it took up have by month, channel and method.
SELECT m.business, m.month, m.channel, m.method, m.amount, m.days FROM turnover_month m
WHERE m.city = $1 AND m.business IN (SELECT id FROM enterprise_v_standing WHERE city = $1 AND id = $2 UNION ALL SELECT id FROM enterprise_v_standing WHERE city = $1 AND survivor = $2)
ORDER BY m.business, m.month, m.channel, m.method

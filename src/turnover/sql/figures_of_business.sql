-- One figure a month of a business and of those that it took up.
SELECT f.month, f.amount, f.method FROM turnover_figure f
WHERE f.city = $1 AND f.business IN (SELECT id FROM enterprise_v_standing WHERE city = $1 AND id = $2 UNION ALL SELECT id FROM enterprise_v_standing WHERE city = $1 AND survivor = $2)
ORDER BY f.month, f.amount DESC

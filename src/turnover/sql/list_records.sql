-- Records of a business and of those that it took up.
-- @list
SELECT r.recorded_at AS recorded_at, r.id AS id, b.name AS name, b.name_fold AS name_fold, r.business AS business, r.from_day AS from_day, r.to_day AS to_day, r.channel AS channel, r.method AS method,
    r.amount AS amount, r.recorded_by_name AS recorded_by_name, CASE WHEN r.flags = '[]' THEN 'none' ELSE 'flagged' END AS flagged,
    substr(CAST(r.from_day AS TEXT), 1, 7) AS month, CASE WHEN r.withdrawn THEN 'withdrawn' WHEN n.id IS NOT NULL THEN 'replaced' ELSE 'counts' END AS standing, lower(r.note) AS search
FROM turnover_record r
    JOIN enterprise_v_standing s ON s.city = r.city AND s.id = r.business
    JOIN enterprise_v_business b ON b.city = s.city AND b.id = s.standing
    LEFT JOIN turnover_record n ON n.city = r.city AND n.corrects = r.id
WHERE r.city = $1 AND r.business IN (SELECT id FROM enterprise_v_standing WHERE city = $1 AND id = $2 UNION ALL SELECT id FROM enterprise_v_standing WHERE city = $1 AND survivor = $2)
    AND ($3 = '' OR (substr(CAST(r.from_day AS TEXT), 1, 7) <= $3 AND substr(CAST(r.to_day AS TEXT), 1, 7) >= $3))

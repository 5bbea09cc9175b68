-- Records that count of the same business, channel and method with a day in common; not the one that is being replaced.
SELECT r.from_day, r.to_day FROM turnover_record r
WHERE r.city = $1 AND r.business IN (SELECT id FROM enterprise_v_standing WHERE city = $1 AND id = $2 UNION ALL SELECT id FROM enterprise_v_standing WHERE city = $1 AND survivor = $2) AND r.channel = $3 AND r.method = $4 AND r.from_day <= $6 AND r.to_day >= $5
    AND NOT r.withdrawn AND r.id <> $7 AND NOT EXISTS (SELECT 1 FROM turnover_record n WHERE n.city = r.city AND n.corrects = r.id)
ORDER BY r.from_day LIMIT 1

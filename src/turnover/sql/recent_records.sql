-- The last records that count of a business and of those that it took up, before a new one is judged.
SELECT r.id, r.business, r.from_day, r.to_day, r.channel, r.method, r.amount, r.units, r.selling_days, r.note, r.file, r.source, r.flags, r.own_book, r.corrects, r.withdrawn, r.reason, r.recorded_by,
    r.recorded_by_name, r.recorded_at, n.id
FROM turnover_record r LEFT JOIN turnover_record n ON n.city = r.city AND n.corrects = r.id
WHERE r.city = $1 AND r.business IN (SELECT id FROM enterprise_v_standing WHERE city = $1 AND id = $2 UNION ALL SELECT id FROM enterprise_v_standing WHERE city = $1 AND survivor = $2) AND n.id IS NULL AND NOT r.withdrawn
ORDER BY r.from_day DESC, r.id LIMIT 120

-- Records of one business itself that touch some days.
SELECT r.id, r.business, r.from_day, r.to_day, r.channel, r.method, r.amount, r.units, r.selling_days, r.note, r.file, r.source, r.flags, r.own_book, r.corrects, r.withdrawn, r.reason, r.recorded_by,
    r.recorded_by_name, r.recorded_at, n.id
FROM turnover_record r LEFT JOIN turnover_record n ON n.city = r.city AND n.corrects = r.id
WHERE r.city = $1 AND r.business = $2 AND r.from_day <= $4 AND r.to_day >= $3
ORDER BY r.from_day, r.id

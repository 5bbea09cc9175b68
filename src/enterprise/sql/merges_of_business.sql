-- What a business took up, newest first.
SELECT m.id, m.business, b.name, b.region, m.reason, m.made_by_name, m.made_at, m.undone_by_name, m.undone_at
FROM enterprise_merge m JOIN enterprise_business b ON b.city = m.city AND b.id = m.business
WHERE m.city = $1 AND m.into_business = $2 ORDER BY m.made_at DESC, m.id DESC

-- What a business (and those that it took up) asked for, newest first.
SELECT a.id, a.step, a.product, a.applied_on, a.number, a.file, a.ended_on, a.ended_as, a.ended_reason, a.entered_by_name, a.entered_at
FROM enterprise_application a JOIN enterprise_business b ON b.city = a.city AND b.id = a.business
WHERE a.city = $1 AND (b.id = $2 OR b.survivor = $2) ORDER BY a.applied_on DESC, a.id DESC

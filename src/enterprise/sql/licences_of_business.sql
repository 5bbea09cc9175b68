-- Licences of a business and of those that it took up; those that no longer count come last.
SELECT l.id, l.business, l.kind, l.number, l.number_sealed, l.issued_on, l.valid_until, l.file, l.findings, l.worst, l.reason, l.entered_by, l.entered_person, l.entered_by_name, l.entered_at, l.result,
    l.checked_by_name, l.checked_at, l.checked_where, l.check_file, l.retired_at, l.retired_reason
FROM enterprise_licence l JOIN enterprise_business b ON b.city = l.city AND b.id = l.business
WHERE l.city = $1 AND (b.id = $2 OR b.survivor = $2)
ORDER BY CASE WHEN l.retired_at IS NULL THEN 0 ELSE 1 END, l.kind, l.entered_at DESC, l.id

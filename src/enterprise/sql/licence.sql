-- A licence.
SELECT l.id, l.business, l.kind, l.number, l.number_sealed, l.issued_on, l.valid_until, l.file, l.findings, l.worst, l.reason, l.entered_by, l.entered_person, l.entered_by_name, l.entered_at, l.result,
    l.checked_by_name, l.checked_at, l.checked_where, l.check_file, l.retired_at, l.retired_reason
FROM enterprise_licence l WHERE l.city = $1 AND l.id = $2

-- A number of an authority, not looked up yet.
INSERT INTO enterprise_licence (city, id, business, kind, number, number_sealed, number_lookup, issued_on, valid_until, file, findings, worst, reason, entered_by, entered_person, entered_by_name,
    entered_at, checked_by_name, checked_where, retired_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, '', '', '')

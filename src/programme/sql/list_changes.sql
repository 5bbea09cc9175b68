-- Changes of ceilings in a year.
-- @list
SELECT c.id AS id, c.dated AS dated, c.kind AS kind, p.unit_code AS unit_code, p.unit_name AS unit_name, p.kelurahan AS kelurahan, p.envelope AS envelope, c.amount AS amount,
    c.number AS number, c.reason AS reason, c.purse AS purse, c.undone_by AS undone_by, p.search AS search
FROM programme_change c
JOIN programme_purse p ON p.city = c.city AND p.id = c.purse
WHERE c.city = $1 AND c.year = $2

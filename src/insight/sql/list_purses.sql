-- Purses of a year in the places from $3 up to but not including $4, of one pokmas or of all, with their money by stage
-- @list
SELECT p.id AS id, p.unit_code AS place, p.unit_name AS unit_name, p.kelurahan AS kelurahan, p.envelope AS envelope, p.state AS state, m.pagu_awal AS pagu_awal, m.pagu AS pagu,
    m.rencana AS rencana, m.kontrak AS kontrak, m.cair AS cair, m.belanja AS belanja, m.sah AS sah, m.kembali AS kembali, m.batal AS batal, p.search AS search
FROM programme_v_purse p
JOIN ledger_v_purse m ON m.city = p.city AND m.id = p.id
WHERE p.city = $1 AND p.year = $2 AND p.unit_code >= $3 AND p.unit_code < $4 AND (p.pokmas = $5 OR CAST($5 AS TEXT) = '')

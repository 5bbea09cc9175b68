-- What stands where in the purses of a year that are not closed.
SELECT p.id, p.unit_code, p.unit_name, p.kelurahan, p.envelope, m.pagu, m.rencana, m.kontrak, m.sp2d, m.cair, m.belanja
FROM programme_purse p
JOIN ledger_v_purse m ON m.city = p.city AND m.id = p.id
WHERE p.city = $1 AND p.year = $2 AND m.state = 'open'
ORDER BY p.unit_code, p.position

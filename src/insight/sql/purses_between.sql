-- Purses whose unit code lies in a range, with their money by stage
SELECT p.id, p.envelope, p.unit, p.unit_code, p.unit_name, p.kelurahan, p.state, p.pokmas,
    m.pagu, m.rencana, m.kontrak, m.cair, m.belanja, m.sah, m.kembali, m.batal
FROM programme_v_purse p
JOIN ledger_v_purse m ON m.city = p.city AND m.id = p.id
WHERE p.city = $1 AND p.year = $2 AND p.unit_code >= $3 AND p.unit_code < $4
ORDER BY p.unit_code, p.position

-- The purses of one unit in all years but drafts, newest first
SELECT p.year, p.id, p.envelope, m.pagu, m.rencana, m.kontrak, m.cair, m.belanja, m.sah, m.kembali, m.batal
FROM programme_v_purse p
JOIN ledger_v_purse m ON m.city = p.city AND m.id = p.id
WHERE p.city = $1 AND p.unit = $2
ORDER BY p.year DESC, p.position

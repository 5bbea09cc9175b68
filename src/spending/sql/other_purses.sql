-- What is left in the purses of a unit.
SELECT p.id, p.envelope, m.cair FROM programme_v_purse p
JOIN ledger_v_purse m ON m.city = p.city AND m.id = p.id
WHERE p.city = $1 AND p.unit = $2 AND p.year = $3 ORDER BY p.position

-- The unit's purses of earlier years that are not closed or still owe: first the oldest.
SELECT p.id, p.year, m.cair
FROM programme_purse p
JOIN ledger_v_purse m ON m.city = p.city AND m.id = p.id
WHERE p.city = $1 AND p.unit = $2 AND p.year < $3 AND (m.state = 'open' OR m.cair > 0)
ORDER BY p.year, p.position

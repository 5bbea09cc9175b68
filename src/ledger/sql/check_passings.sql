-- Purses whose pokmas is not the one of their last hand-over
SELECT p.id, p.pokmas, s.to_pokmas
FROM ledger_passing s
JOIN ledger_purse p ON p.city = s.city AND p.id = s.purse
WHERE s.city = $1 AND s.entry = (SELECT MAX(t.entry) FROM ledger_passing t WHERE t.city = s.city AND t.purse = s.purse)
    AND p.pokmas <> s.to_pokmas
ORDER BY p.id LIMIT 100

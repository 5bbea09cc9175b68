-- Taxes withheld and not yet paid, a row a pokmas and kind, below a place.
-- @list
SELECT c.pokmas || c.party AS id, c.pokmas AS pokmas, p.name AS name, p.kelurahan AS kelurahan, c.party AS party, -c.amount AS amount,
    (SELECT MIN(t.due) FROM spending_v_tax t WHERE t.city = c.city AND t.pokmas = c.pokmas AND 'tax:' || t.key = c.party AND t.owed > 0) AS due,
    lower(p.name) || ' ' || c.party AS search
FROM ledger_v_cash c
JOIN payout_v_pokmas p ON p.city = c.city AND p.id = c.pokmas
WHERE c.city = $1 AND c.kind = 'pajak' AND c.amount < 0 AND p.place >= $2 AND p.place < $3 AND ($4 = '' OR c.pokmas = $4)

-- Taxes withheld and not yet paid, a row a pokmas and kind, of a place or of two pokmas.
-- @list
SELECT c.pokmas || c.party AS id, c.pokmas AS pokmas, p.name AS name, lower(p.name) AS name_fold, r.name AS kelurahan, c.party AS party, -c.amount AS amount,
    (SELECT MIN(t.due) FROM spending_v_tax t WHERE t.city = c.city AND t.pokmas = c.pokmas AND 'tax:' || t.key = c.party AND t.owed > 0) AS due,
    lower(p.name) || ' ' || c.party || ' ' || r.name_fold AS search
FROM ledger_v_cash c
JOIN payout_v_pokmas p ON p.city = c.city AND p.id = c.pokmas
JOIN territory_v_place r ON r.city = p.city AND r.code = p.kelurahan
WHERE c.city = $1 AND c.kind = 'pajak' AND c.amount < 0 AND ((p.place >= $2 AND p.place < $3) OR p.id = $4 OR p.id = $5)

-- The pokmas of a place, or two by id, with their money, for the page of cash books.
-- @list
SELECT lower(p.name) AS name_fold, p.id AS id, p.name AS name, r.name AS kelurahan,
    (SELECT CAST(COALESCE(SUM(c.amount), 0) AS BIGINT) FROM ledger_v_cash c WHERE c.city = p.city AND c.pokmas = p.id AND c.kind = 'bank') AS bank,
    (SELECT CAST(COALESCE(SUM(c.amount), 0) AS BIGINT) FROM ledger_v_cash c WHERE c.city = p.city AND c.pokmas = p.id AND c.kind = 'kas') AS kas,
    (SELECT CAST(COALESCE(SUM(c.amount), 0) AS BIGINT) FROM ledger_v_cash c WHERE c.city = p.city AND c.pokmas = p.id AND c.kind = 'panjar') AS panjar,
    (SELECT CAST(COALESCE(SUM(c.amount), 0) AS BIGINT) FROM ledger_v_cash c WHERE c.city = p.city AND c.pokmas = p.id AND c.kind = 'piutang') AS piutang,
    (SELECT CAST(-COALESCE(SUM(c.amount), 0) AS BIGINT) FROM ledger_v_cash c WHERE c.city = p.city AND c.pokmas = p.id AND c.kind = 'pajak') AS pajak,
    lower(p.name) || ' ' || r.name_fold AS search
FROM payout_v_pokmas p
JOIN territory_v_place r ON r.city = p.city AND r.code = p.kelurahan
WHERE p.city = $1 AND ((p.place >= $2 AND p.place < $3) OR p.id = $4 OR p.id = $5)

-- Contracts of a year in up to four places, with what live tranches took from them
-- @list
SELECT c.id AS id, c.number AS number, c.pokmas AS pokmas, p.name AS name, p.place AS place, p.kelurahan AS kelurahan, c.signed_on AS signed_on, c.starts_on AS starts_on,
    c.ends_on AS ends_on, c.ended_on AS ended_on, c.amount AS amount,
    (SELECT coalesce(CAST(SUM(s.amount) AS BIGINT), 0) FROM payout_part s
     JOIN payout_tranche t ON t.city = s.city AND t.id = s.tranche
     JOIN workflow_v_state w ON w.city = t.city AND w.machine = 'tranche' AND w.subject = t.id
     WHERE s.city = c.city AND s.contract = c.id AND w.state <> 'withdrawn') AS requested,
    CASE WHEN c.ended_on IS NULL THEN 'in_force' ELSE 'ended' END AS state, p.name_fold || ' ' || lower(c.number) AS search
FROM payout_contract c
JOIN payout_pokmas p ON p.city = c.city AND p.id = c.pokmas
WHERE c.city = $1 AND c.year = $2
    AND ((p.place >= $3 AND p.place < $4) OR (p.place >= $5 AND p.place < $6) OR (p.place >= $7 AND p.place < $8) OR (p.place >= $9 AND p.place < $10))

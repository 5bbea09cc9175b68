-- Pokmas with a contract in a year in up to four places, with their report where it is open.
-- @list
SELECT p.place AS place, c.pokmas AS id, p.name AS name, p.kelurahan AS kelurahan, c.amount AS amount, COALESCE(l.id, '') AS lpj, COALESCE(w.state, 'none') AS state,
    CAST(COALESCE(l.rounds, 0) AS BIGINT) AS rounds, l.due_on AS due_on, w.due AS due, l.submitted_on AS submitted_on, l.accepted_on AS accepted_on, COALESCE(l.search, lower(p.name)) AS search
FROM payout_v_contract c
JOIN payout_v_pokmas p ON p.city = c.city AND p.id = c.pokmas
LEFT JOIN reporting_lpj l ON l.city = c.city AND l.pokmas = c.pokmas AND l.year = c.year
LEFT JOIN workflow_v_state w ON w.city = l.city AND w.machine = 'lpj' AND w.subject = l.id
WHERE c.city = $1 AND c.year = $2
    AND (c.state = 'in_force' OR (l.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payout_v_contract o WHERE o.city = c.city AND o.pokmas = c.pokmas AND o.year = c.year AND o.state = 'in_force')))
    AND ((p.place >= $3 AND p.place < $4) OR (p.place >= $5 AND p.place < $6) OR (p.place >= $7 AND p.place < $8) OR (p.place >= $9 AND p.place < $10))
    AND ($11 = '' OR c.pokmas = $11)

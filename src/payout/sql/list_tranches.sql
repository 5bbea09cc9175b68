-- Tranches of a year in up to four places, with their state; CROSS JOIN keeps SQLite from starting at the states of all years
-- @list
SELECT p.place AS place, t.id AS id, p.name AS name, p.kelurahan AS kelurahan, t.number AS number, t.supplement AS supplement, t.amount AS amount, w.state AS state, w.due AS due,
    t.sp2d AS sp2d, t.confirmed_on AS confirmed_on, w.since AS since, t.pokmas AS pokmas, p.name_fold || ' ' || lower(t.sp2d) AS search
FROM payout_tranche t
CROSS JOIN payout_pokmas p
CROSS JOIN workflow_v_state w
WHERE t.city = $1 AND t.year = $2 AND p.city = t.city AND p.id = t.pokmas AND w.city = t.city AND w.machine = 'tranche' AND w.subject = t.id
    AND ((p.place >= $3 AND p.place < $4) OR (p.place >= $5 AND p.place < $6) OR (p.place >= $7 AND p.place < $8) OR (p.place >= $9 AND p.place < $10))

-- The report of a pokmas and year.
SELECT l.id, l.pokmas, l.year, l.place, l.kelurahan, l.name, l.opened_on, l.due_on, l.rounds, l.submitted_on, l.accepted_on, w.state, w.version, w.due, w.since
FROM reporting_lpj l
JOIN workflow_v_state w ON w.city = l.city AND w.machine = 'lpj' AND w.subject = l.id
WHERE l.city = $1 AND l.pokmas = $2 AND l.year = $3

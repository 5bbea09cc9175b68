-- A finding.
SELECT f.id, f.year, f.pokmas, f.purse, f.place, f.place_name, f.number, f.title, f.description, f.severity, f.amount, f.response, f.closing, f.opened_on, f.closed_on, w.state, w.version, w.due
FROM reporting_finding f
JOIN workflow_v_state w ON w.city = f.city AND w.machine = 'finding' AND w.subject = f.id
WHERE f.city = $1 AND f.id = $2

-- Findings of a year in up to four places.
-- @list
SELECT f.number AS number, f.id AS id, f.place AS place, f.place_name AS place_name, f.title AS title, f.severity AS severity, f.amount AS amount, f.opened_on AS opened_on, f.closed_on AS closed_on,
    w.state AS state, w.due AS due, f.search AS search
FROM reporting_finding f
JOIN workflow_v_state w ON w.city = f.city AND w.machine = 'finding' AND w.subject = f.id
WHERE f.city = $1 AND f.year = $2
    AND ((f.place >= $3 AND f.place < $4) OR (f.place >= $5 AND f.place < $6) OR (f.place >= $7 AND f.place < $8) OR (f.place >= $9 AND f.place < $10))

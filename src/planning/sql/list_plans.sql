-- Plans of a year in up to four places, with their state
-- @list
SELECT p.unit_code AS unit_code, p.id AS id, p.unit_name AS unit_name, p.kelurahan_name AS kelurahan_name, p.kelurahan AS kelurahan, p.revision AS revision, p.amount AS amount,
    w.state AS state, w.due AS due, w.since AS since, p.version AS version, p.search AS search
FROM planning_plan p
JOIN workflow_v_state w ON w.city = p.city AND w.machine = 'rab' AND w.subject = p.revision_id
WHERE p.city = $1 AND p.year = $2
    AND ((p.unit_code >= $3 AND p.unit_code < $4) OR (p.unit_code >= $5 AND p.unit_code < $6) OR (p.unit_code >= $7 AND p.unit_code < $8) OR (p.unit_code >= $9 AND p.unit_code < $10))

-- A plan with the state of its newest revision
SELECT p.id, p.year, p.unit, p.unit_code, p.unit_name, p.kelurahan, p.kelurahan_name, p.revision, p.revision_id, p.approved_revision, p.amount, p.version, p.pack_version, p.editors, w.state, w.due, w.since, w.pokmas
FROM planning_plan p
JOIN workflow_v_state w ON w.city = p.city AND w.machine = 'rab' AND w.subject = p.revision_id
WHERE p.city = $1 AND p.id = $2

-- Where the things stand that a file proves, as far as they travel through states, and who attached it
SELECT DISTINCT l.added_by, w.place, w.pokmas, l.subject_kind, l.subject
FROM evidence_link l
LEFT JOIN workflow_v_state w ON w.city = l.city AND w.machine = l.subject_kind AND w.subject = l.subject
WHERE l.city = $1 AND l.sha256 = $2

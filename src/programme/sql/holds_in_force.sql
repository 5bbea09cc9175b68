-- Holds in force, newest first.
SELECT h.id, h.scope, h.scope_id, h.scope_name, h.kinds, h.reason, h.letter, h.letter_on, h.signatory, h.from_on, h.review_on, h.lift_letter, h.lifted_on, h.made_at, w.state
FROM programme_hold h
JOIN workflow_v_state w ON w.city = h.city AND w.machine = 'hold' AND w.subject = h.id
WHERE h.city = $1 AND w.state = 'in_force'
ORDER BY h.id DESC

-- Holds and proposals.
-- @list
SELECT h.id AS id, h.scope_name AS scope_name, h.scope AS scope, h.kinds AS kinds, h.letter AS letter, h.letter_on AS letter_on, h.signatory AS signatory, w.state AS state,
    h.review_on AS review_on, lower(h.scope_name) || ' ' || lower(h.letter) AS search
FROM programme_hold h
JOIN workflow_v_state w ON w.city = h.city AND w.machine = 'hold' AND w.subject = h.id
WHERE h.city = $1

-- Rounds with how far they are.
-- @list
SELECT r.number AS number, r.id AS id, r.name AS name, r.place AS place, r.frame_kind AS frame_kind, r.baseline_for AS baseline_for, r.month AS month, r.from_on AS from_on, r.until_on AS until_on,
    r.sample_size AS sample_size, s.state AS state, lower(r.name) AS search,
    (SELECT count(*) FROM followup_interview i WHERE i.city = r.city AND i.round = r.id AND i.outcome = 'answered') AS answered,
    (SELECT count(*) FROM followup_interview i WHERE i.city = r.city AND i.round = r.id AND i.outcome = 'refused') AS refused,
    (SELECT count(*) FROM followup_interview i WHERE i.city = r.city AND i.round = r.id AND i.outcome = 'not_reached') AS not_reached
FROM followup_round r JOIN workflow_v_state s ON s.city = r.city AND s.machine = 'survey' AND s.subject = r.id
WHERE r.city = $1

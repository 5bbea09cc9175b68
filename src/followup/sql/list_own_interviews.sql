-- What one is to ask oneself, in rounds that run.
-- @list
SELECT i.number AS number, i.id AS id, coalesce(b.name, '') AS business, coalesce(b.activity, '') AS activity, p.name AS owner, i.region AS region, r.name AS round, r.until_on AS until_on,
    i.outcome AS outcome, i.tries AS tries, coalesce(b.name_fold, '') || ' ' || p.name_fold AS search
FROM followup_interview i JOIN followup_round r ON r.city = i.city AND r.id = i.round
JOIN workflow_v_state s ON s.city = r.city AND s.machine = 'survey' AND s.subject = r.id
JOIN identity_v_person p ON p.city = i.city AND p.id = i.owner
LEFT JOIN enterprise_v_business b ON b.city = i.city AND b.id = i.business
WHERE i.city = $1 AND i.interviewer = $2 AND s.state = 'drawn'

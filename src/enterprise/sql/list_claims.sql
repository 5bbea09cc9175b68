-- Claims in up to four places.
-- @list
SELECT c.claimed_at AS claimed_at, c.id AS id, c.name AS name, c.name_fold AS name_fold, c.business_name AS business_name, c.activity AS activity, c.kelurahan AS kelurahan, w.state AS state,
    w.due AS due, CASE WHEN c.recorded_before THEN 'yes' ELSE 'no' END AS recorded_before, c.decided_by_name AS decided_by_name, c.name_fold || ' ' || lower(c.business_name) AS search
FROM enterprise_claim c JOIN workflow_v_state w ON w.city = c.city AND w.machine = 'claim' AND w.subject = c.id
WHERE c.city = $1
    AND ((c.region >= $2 AND c.region < $3) OR (c.region >= $4 AND c.region < $5) OR (c.region >= $6 AND c.region < $7) OR (c.region >= $8 AND c.region < $9))

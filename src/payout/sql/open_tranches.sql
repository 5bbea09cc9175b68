-- How many tranches of a group are under way.
SELECT COUNT(*) FROM payout_tranche t
JOIN workflow_v_state w ON w.city = t.city AND w.machine = 'tranche' AND w.subject = t.id
WHERE t.city = $1 AND t.pokmas = $2 AND w.waits_for <> ''

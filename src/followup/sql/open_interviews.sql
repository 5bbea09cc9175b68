-- What one is still to ask in rounds that have begun, with the day promised at the last try.
SELECT i.id, coalesce(b.name, ''), i.number, i.region, r.name, r.until_on, i.tries, t.retry_on
FROM followup_interview i JOIN followup_round r ON r.city = i.city AND r.id = i.round
JOIN workflow_v_state s ON s.city = r.city AND s.machine = 'survey' AND s.subject = r.id
LEFT JOIN enterprise_v_business b ON b.city = i.city AND b.id = i.business
LEFT JOIN followup_try t ON t.city = i.city AND t.interview = i.id AND t.number = i.tries
WHERE i.city = $1 AND i.interviewer = $2 AND i.outcome = 'open' AND s.state = 'drawn' AND r.from_on <= $3
ORDER BY r.until_on, i.number LIMIT 200

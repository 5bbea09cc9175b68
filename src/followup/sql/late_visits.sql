-- Visits that are still open though their last day is over.
SELECT v.id FROM followup_visit v JOIN workflow_v_state s ON s.city = v.city AND s.machine = 'followup' AND s.subject = v.id
WHERE v.city = $1 AND v.closes_on < $2 AND v.opened_at IS NOT NULL AND v.answer IS NULL AND s.waits_for <> '' ORDER BY v.closes_on, v.id LIMIT $3

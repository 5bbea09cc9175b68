-- Open visits of a territory by when they are due.
SELECT week, count(*)
FROM (SELECT CASE WHEN s.due < $10 THEN 'late' WHEN s.due < $11 THEN 'this_week' WHEN s.due < $12 THEN 'next_week' ELSE 'later' END AS week
    FROM followup_visit v JOIN workflow_v_state s ON s.city = v.city AND s.machine = 'followup' AND s.subject = v.id AND s.waits_for <> ''
    WHERE v.city = $1 AND v.replaced_at IS NULL
        AND ((v.region >= $2 AND v.region < $3) OR (v.region >= $4 AND v.region < $5) OR (v.region >= $6 AND v.region < $7) OR (v.region >= $8 AND v.region < $9))) waiting
GROUP BY week

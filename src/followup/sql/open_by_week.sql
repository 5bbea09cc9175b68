-- Open visits of a territory by when they are due.
SELECT week, count(*)
FROM (SELECT CASE WHEN s.due < $10 THEN 'late' WHEN s.due < $11 THEN 'this_week' WHEN s.due < $12 THEN 'next_week' ELSE 'later' END AS week
    FROM workflow_v_state s JOIN followup_visit v ON v.city = s.city AND v.id = s.subject
    WHERE s.city = $1 AND s.waits_for = 'followup.visit' AND s.machine = 'followup' AND v.replaced_at IS NULL
        AND ((s.place >= $2 AND s.place < $3) OR (s.place >= $4 AND s.place < $5) OR (s.place >= $6 AND s.place < $7) OR (s.place >= $8 AND s.place < $9))) waiting
GROUP BY week

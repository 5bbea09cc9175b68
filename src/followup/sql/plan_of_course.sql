-- The days of a course, those of a cancelled one left out.
SELECT after_days, due_on, attached_at FROM followup_plan WHERE city = $1 AND course = $2 AND cancelled_at IS NULL ORDER BY after_days

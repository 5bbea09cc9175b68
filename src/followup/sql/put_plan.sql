-- The day on which a course's participants are asked; moved with the course until its seats have taken the days over.
INSERT INTO followup_plan (city, course, after_days, due_on, attached_at, cancelled_at, changed_at) VALUES ($1, $2, $3, $4, NULL, NULL, $5)
ON CONFLICT (city, course, after_days) DO UPDATE SET due_on = excluded.due_on, changed_at = excluded.changed_at WHERE followup_plan.attached_at IS NULL

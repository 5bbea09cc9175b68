-- A topic of the courses is the clinic for a step.
INSERT INTO ladder_clinic (city, step, topic, linked_by, linked_by_name, linked_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (city, step, topic) DO NOTHING

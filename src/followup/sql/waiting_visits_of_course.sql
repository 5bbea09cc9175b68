-- Visits of a course whose day has come and that stand on nobody's list.
SELECT id FROM followup_visit WHERE city = $1 AND course = $2 AND opens_on <= $3 AND opened_at IS NULL AND replaced_at IS NULL ORDER BY due_on, id

-- Visits whose day has come and that stand on nobody's list.
SELECT id FROM followup_visit WHERE city = $1 AND opens_on <= $2 AND opened_at IS NULL AND replaced_at IS NULL ORDER BY opens_on, id LIMIT $3

-- How often somebody was not met, oldest first.
SELECT on_date, way, result, note, entered_by_name, retry_on FROM followup_try WHERE city = $1 AND visit = $2 ORDER BY number

-- How often an interview did not come about, oldest first.
SELECT on_date, way, result, note, entered_by_name, retry_on FROM followup_try WHERE city = $1 AND interview = $2 ORDER BY number

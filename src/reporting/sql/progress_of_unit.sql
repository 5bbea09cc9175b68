-- Reports of progress of a unit in a year, newest first.
SELECT id, purse, activity, stage, observed_on, note, recorded_at, recorded_name FROM reporting_progress
WHERE city = $1 AND unit = $2 AND year = $3 ORDER BY observed_on DESC, recorded_at DESC

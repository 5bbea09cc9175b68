-- A report of the same activity that cannot be true together with this one: further on an earlier day, less on a later one.
SELECT stage, observed_on FROM reporting_progress
WHERE city = $1 AND purse = $2 AND activity_fold = $3 AND ((observed_on < $4 AND stage > $5) OR (observed_on > $4 AND stage < $5))
ORDER BY observed_on LIMIT 1

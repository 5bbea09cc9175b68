-- Photos of a unit in a year.
SELECT id, activity, stage, observed_on, paper, sha256 FROM reporting_v_photo WHERE city = $1 AND unit = $2 AND year = $3 ORDER BY observed_on, stage, id, position

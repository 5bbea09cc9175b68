-- Photos of the notice board of a unit in a year.
SELECT COUNT(*) FROM reporting_v_photo WHERE city = $1 AND unit = $2 AND year = $3 AND paper = 'papan'

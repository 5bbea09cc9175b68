-- The report of a pokmas's year, once it was opened
SELECT id FROM reporting_v_lpj WHERE city = $1 AND pokmas = $2 AND year = $3

-- The lurah accepted it, or took that back.
UPDATE reporting_lpj SET accepted_on = $3 WHERE city = $1 AND id = $2

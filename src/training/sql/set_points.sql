-- What is known of somebody on the list, and the points it gives.
UPDATE training_seat SET earlier_topic = $3, earlier_year = $4, earlier_household = $5, points = $6, reasons = $7 WHERE city = $1 AND id = $2

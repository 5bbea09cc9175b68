-- Before a month of a business is summed anew.
DELETE FROM turnover_month WHERE city = $1 AND business = $2 AND month >= $3 AND month <= $4

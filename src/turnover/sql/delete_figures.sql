-- Before the figures of a business are made anew.
DELETE FROM turnover_figure WHERE city = $1 AND business = $2 AND month >= $3 AND month <= $4

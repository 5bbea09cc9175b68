-- How many other businesses of one RT have the same amount for the same days.
SELECT count(DISTINCT r.business) FROM turnover_record r
WHERE r.city = $1 AND r.region = $2 AND r.amount = $3 AND r.from_day = $4 AND r.to_day = $5 AND r.business <> $6

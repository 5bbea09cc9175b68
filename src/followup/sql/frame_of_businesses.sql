-- Every business at a place that could be drawn: it goes on when the round begins and was there in the month that it asks about.
SELECT id FROM enterprise_v_business WHERE city = $1 AND region >= $2 AND region < $3 AND (closed_on IS NULL OR closed_on >= $4)
    AND (started_month IS NULL OR started_month <= $5) ORDER BY id

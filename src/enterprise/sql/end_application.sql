-- What was asked for is answered, or over.
UPDATE enterprise_application SET ended_on = $3, ended_as = $4, ended_reason = $5 WHERE city = $1 AND id = $2

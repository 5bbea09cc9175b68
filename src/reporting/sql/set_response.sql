-- What the pokmas or the kelurahan answers.
UPDATE reporting_finding SET response = $3 WHERE city = $1 AND id = $2

-- That somebody agrees to be recorded: the first day stays.
UPDATE enterprise_person SET consent_on = $3, version = version + 1 WHERE city = $1 AND id = $2 AND consent_on IS NULL

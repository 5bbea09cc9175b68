-- Before something is named anew.
DELETE FROM enterprise_word WHERE city = $1 AND kind = $2 AND subject = $3

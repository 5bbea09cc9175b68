-- Closed, or withdrawn.
UPDATE reporting_finding SET closing = $3, closed_on = $4 WHERE city = $1 AND id = $2

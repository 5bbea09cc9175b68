-- Findings of a pokmas that are not closed.
SELECT id, number, title, severity, purse, amount FROM reporting_finding WHERE city = $1 AND pokmas = $2 AND closed_on IS NULL ORDER BY opened_on, number

-- Which papers are still missing.
UPDATE spending_expense SET papers_missing = $3 WHERE city = $1 AND id = $2

-- How many claims of one phone number wait.
SELECT count(*) FROM enterprise_claim WHERE city = $1 AND phone_lookup = $2 AND decided_at IS NULL

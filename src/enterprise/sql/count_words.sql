-- How many times a beginning of a word finds a person; two thousand and more is many.
SELECT count(*) FROM (SELECT 1 AS one FROM enterprise_word WHERE city = $1 AND kind = 'p' AND word >= $2 AND word < $3 LIMIT 2000) AS found

-- What a revision in force plans by purse and category
SELECT purse, envelope, category, CAST(SUM(amount) AS BIGINT)
FROM planning_line WHERE city = $1 AND plan = $2 AND revision = $3 AND dropped_on IS NULL
GROUP BY purse, envelope, category
ORDER BY purse, category

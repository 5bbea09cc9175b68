-- A paper names no products any more.
DELETE FROM enterprise_coverage WHERE city = $1 AND licence = $2

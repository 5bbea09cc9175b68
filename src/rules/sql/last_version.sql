-- The newest version of a year, released or not
SELECT version, hash FROM rules_pack WHERE city = $1 AND year = $2 ORDER BY version DESC LIMIT 1

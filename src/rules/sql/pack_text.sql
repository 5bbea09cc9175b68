-- The text of one version
SELECT text FROM rules_pack WHERE city = $1 AND year = $2 AND version = $3

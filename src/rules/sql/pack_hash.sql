-- The hash of one version
SELECT hash FROM rules_pack WHERE city = $1 AND year = $2 AND version = $3

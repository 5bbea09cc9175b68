-- The version in force: the last that was released
SELECT version, hash FROM rules_pack WHERE city = $1 AND year = $2 AND released_at IS NOT NULL ORDER BY version DESC LIMIT 1

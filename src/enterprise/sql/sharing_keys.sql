-- Who shares a key with a batch, key by key.
SELECT k.key, k.business, k.batch FROM enterprise_key k
JOIN (SELECT DISTINCT key FROM enterprise_key WHERE city = $1 AND batch = $2) own ON own.key = k.key
WHERE k.city = $1 ORDER BY k.key, k.business

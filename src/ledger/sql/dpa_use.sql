-- What was allocated of it, less what was declined
SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM ledger_place
WHERE city = $1 AND year = $2 AND kelurahan = $3 AND envelope = $4 AND stage NOT IN ('anggaran', 'batal')

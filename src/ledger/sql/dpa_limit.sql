-- The DPA of a kelurahan's envelope: the sum of its changes
SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM ledger_dpa WHERE city = $1 AND year = $2 AND kelurahan = $3 AND envelope = $4

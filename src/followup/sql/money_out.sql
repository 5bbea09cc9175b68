-- What of a year's money has left the treasury.
SELECT CAST(coalesce(sum(cair + belanja + sah), 0) AS BIGINT) FROM ledger_v_place WHERE city = $1 AND year = $2

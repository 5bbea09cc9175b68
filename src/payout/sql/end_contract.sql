-- A contract ends.
UPDATE payout_contract SET ended_on = $3, end_number = $4, end_reason = $5, version = version + 1 WHERE city = $1 AND id = $2

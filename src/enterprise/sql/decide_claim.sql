-- What became of a claim.
UPDATE enterprise_claim SET person = $3, business = $4, decided_by_name = $5, decided_at = $6, decided_reason = $7 WHERE city = $1 AND id = $2

-- Less of one line.
UPDATE payout_contract_line SET amount = amount - $5 WHERE city = $1 AND contract = $2 AND purse = $3 AND category = $4

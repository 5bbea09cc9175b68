-- What was paid for a purse counts in another contract.
UPDATE payout_part SET contract = $4 WHERE city = $1 AND contract = $2 AND purse = $3

-- A purse's lines pass to another contract.
UPDATE payout_contract_line SET contract = $4 WHERE city = $1 AND contract = $2 AND purse = $3

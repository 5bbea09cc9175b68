-- An addendum changes the amount.
UPDATE payout_contract SET amount = amount + $3, version = version + 1 WHERE city = $1 AND id = $2

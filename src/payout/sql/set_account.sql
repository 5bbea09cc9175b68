-- Another account, not verified yet.
UPDATE payout_pokmas SET bank = $3, account_sealed = $4, account_lookup = $5, account_masked = $6, account_holder = $7, account_verified_on = NULL
WHERE city = $1 AND id = $2

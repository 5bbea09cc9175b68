-- A decree or its renewal.
UPDATE payout_pokmas SET decree = $3, decree_on = $4, decree_until = $5 WHERE city = $1 AND id = $2

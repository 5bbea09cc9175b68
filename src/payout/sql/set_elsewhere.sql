-- Where the money arrived by mistake, or that it went on.
UPDATE payout_tranche SET elsewhere = $3, elsewhere_amount = $4 WHERE city = $1 AND id = $2

-- A dissolved group serves nobody.
UPDATE payout_service SET until_on = $3 WHERE city = $1 AND pokmas = $2 AND until_on IS NULL

-- All leave.
UPDATE payout_officer SET until_on = $3 WHERE city = $1 AND pokmas = $2 AND until_on IS NULL

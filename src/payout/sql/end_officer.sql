-- Somebody leaves an office.
UPDATE payout_officer SET until_on = $5 WHERE city = $1 AND pokmas = $2 AND person = $3 AND position = $4 AND until_on IS NULL

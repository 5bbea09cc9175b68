-- Addenda of a contract.
SELECT number, paper, dated, change, reason FROM payout_addendum WHERE city = $1 AND contract = $2 ORDER BY number

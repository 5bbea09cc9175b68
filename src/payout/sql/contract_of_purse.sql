-- The contract that covers a purse; one in force before one that ended.
SELECT c.id, c.pokmas, c.year, c.number, c.signed_on, c.starts_on, c.ends_on, c.amount, c.version, c.ended_on
FROM payout_contract c
WHERE c.city = $1 AND c.id IN (SELECT l.contract FROM payout_contract_line l WHERE l.city = $1 AND l.purse = $2)
ORDER BY CASE WHEN c.ended_on IS NULL THEN 0 ELSE 1 END, c.id DESC LIMIT 1

-- Every cash account of a pokmas
SELECT a.slot, a.party, b.amount
FROM ledger_account a
JOIN ledger_balance b ON b.city = a.city AND b.account = a.id
WHERE a.city = $1 AND a.pokmas = $2
ORDER BY a.slot, a.party

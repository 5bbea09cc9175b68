-- A cash account with what it has
SELECT a.id, COALESCE(b.amount, 0)
FROM ledger_account a
LEFT JOIN ledger_balance b ON b.city = a.city AND b.account = a.id
WHERE a.city = $1 AND a.pokmas = $2 AND a.slot = $3 AND a.party = $4

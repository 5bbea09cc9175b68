-- The lines of an entry with what their accounts are
SELECT a.book, a.slot, a.purse, a.pokmas, a.party, l.category, l.amount
FROM ledger_line l
JOIN ledger_account a ON a.city = l.city AND a.id = l.account
WHERE l.city = $1 AND l.entry = $2
ORDER BY l.number

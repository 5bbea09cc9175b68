-- Accounts in the order of their numbers, a page at a time
SELECT id, book, slot, COALESCE(purse, pokmas), party, year, unit, kelurahan, envelope
FROM ledger_account WHERE city = $1 AND id > $2 ORDER BY id LIMIT $3

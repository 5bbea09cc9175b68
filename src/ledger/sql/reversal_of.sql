-- The entry that reversed this one
SELECT id FROM ledger_entry WHERE city = $1 AND reverses = $2

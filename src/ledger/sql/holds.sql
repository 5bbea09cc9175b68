-- Every hold of the city, newest first
SELECT id, scope, scope_id, kinds, from_on, until_on, letter, signatory, placed_at, placed_by, lifted_on, lift_letter
FROM ledger_hold WHERE city = $1 ORDER BY placed_at DESC, id DESC

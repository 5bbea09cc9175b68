-- The purses that passed in an entry
SELECT purse, from_pokmas, to_pokmas FROM ledger_passing WHERE city = $1 AND entry = $2 ORDER BY purse

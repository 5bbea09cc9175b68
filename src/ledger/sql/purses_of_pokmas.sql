-- The purses that a pokmas holds
SELECT id, year, unit, kelurahan, envelope, pokmas, state, closed_on, first_account FROM ledger_purse WHERE city = $1 AND pokmas = $2
ORDER BY year, kelurahan, unit, envelope

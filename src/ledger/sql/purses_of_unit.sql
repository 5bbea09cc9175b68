-- The purses of an RT in a year
SELECT id, year, unit, kelurahan, envelope, pokmas, state, closed_on, first_account FROM ledger_purse WHERE city = $1 AND year = $2 AND unit = $3
ORDER BY envelope

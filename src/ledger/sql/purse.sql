-- A purse
SELECT id, year, unit, kelurahan, envelope, pokmas, state, closed_on, first_account FROM ledger_purse WHERE city = $1 AND id = $2

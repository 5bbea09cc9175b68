-- A contract by its id.
SELECT id, pokmas, year, number, signed_on, starts_on, ends_on, amount, version, ended_on FROM payout_contract WHERE city = $1 AND id = $2

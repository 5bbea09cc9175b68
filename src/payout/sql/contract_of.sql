-- The contract in force.
SELECT id, pokmas, year, number, signed_on, starts_on, ends_on, amount, version, ended_on FROM payout_contract WHERE city = $1 AND pokmas = $2 AND year = $3 AND ended_on IS NULL

-- Every contract of a group, newest first.
SELECT id, pokmas, year, number, signed_on, starts_on, ends_on, amount, version, ended_on FROM payout_contract WHERE city = $1 AND pokmas = $2 ORDER BY year DESC, id DESC

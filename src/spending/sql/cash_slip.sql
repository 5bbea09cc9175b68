-- The deposit that carries this slip's number.
SELECT id, pokmas, deposited_on FROM spending_deposit WHERE city = $1 AND slip_fold = $2 AND taken_back IS NULL

-- The payment that carries this number.
SELECT id, pokmas, paid_on FROM spending_tax_payment WHERE city = $1 AND number = $2 AND taken_back IS NULL

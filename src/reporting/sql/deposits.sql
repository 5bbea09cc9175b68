-- What a purse gave back to the treasury.
SELECT kind, slip, deposited_on, amount FROM spending_v_deposit WHERE city = $1 AND purse = $2 ORDER BY deposited_on, slip
